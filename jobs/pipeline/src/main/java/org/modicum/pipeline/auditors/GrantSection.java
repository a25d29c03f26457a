package org.modicum.pipeline.auditors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.policy.grant.Refusal;

/** Permissions to name people: asked for, given, refused, used, revoked; by case reference and digest alone. */
final class GrantSection {
    private static final String ID = "grants";

    private final ReadLog log;
    private final GrantsHeld held;
    private final Signers signers;
    private final List<Finding> findings = new ArrayList<>();

    private GrantSection(AsFound found, GrantsHeld held) {
        this.log = found.log();
        this.held = held;
        this.signers = Signers.of(found);
    }

    static Section of(AsFound found, GrantsHeld held) {
        return new GrantSection(found, held).section();
    }

    private Section section() {
        List<Row> grants = log.of(Kind.GRANT_REQUESTED).map(this::grant).toList();
        signers.problem().ifPresent(problem -> findings.add(Finding.look(ID, problem)));
        if (held.strangers() > 0) {
            findings.add(Finding.look(
                    ID,
                    Words.number(held.strangers(), "file", "files")
                            + " among the grants is in no entry of the log: nobody handed it in."));
        }
        if (log.holds() && !held.isKnown()) {
            findings.add(Finding.wrong(
                    ID, "How grants stand today is not known: staff, registry or revocations could not be read."));
        }
        return new Section(
                ID,
                "Who may be named, and who permitted it?",
                List.of(
                        "Nobody is named without a grant: a permission that people of different roles signed, none of"
                                + " whom asked for it, is named in it or belongs to IT operations. A grant comes into the log"
                                + " when it is handed in and everything about it holds; what does not hold is refused and"
                                + " logged too. A use counts from its beginning.",
                        "Whom a grant is about is not told here and is not in the log; the case reference leads those who"
                                + " may know to it."),
                "the audit log; the state of today from the grants that are still here, checked when this page was"
                        + " written.",
                List.of(
                        "modicum audit show --log COPY --key VKEY --kind grant_signed",
                        "modicum audit show --log COPY --key VKEY --kind grant_refused"),
                findings,
                List.of(
                        Table.of("grants", "Grants that held when they were handed in", columns(), grants),
                        Table.of("grants-refused", "Refusals", refusedColumns(), refused()),
                        Table.of("revocations", "Lists of revocations", revokedColumns(), revoked()),
                        Table.of("approvers", "Keys that may sign", Signers.columns(), signers.rows())));
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("case_ref", "Case"),
                Column.text("purpose", "Purpose"),
                Column.text("requested", "Handed in"),
                Column.text("signed_by", "Given by"),
                Column.text("state", "State today"),
                Column.number("uses", "Uses begun"),
                Column.number("uses_ended", "Uses ended"),
                Column.text("last_use", "Last use"),
                Column.number("sealed_files", "Sealed files"),
                Column.text("weeks", "Weeks"),
                Column.text("until", "Ends"),
                Column.text("grant", "Digest"));
    }

    private Row grant(Entry requested) {
        String digest = requested.text("grant");
        String reference = requested.text("case_ref");
        List<Entry> begun = of(Kind.GRANT_INTENT, digest);
        long ended = of(Kind.GRANT_COMPLETE, digest).size();
        long files =
                of(Kind.FLAG, digest).size() + of(Kind.SUBJECT_REPORT, digest).size();
        Optional<Instant> revoked = revoked(digest);
        Optional<GrantHere> here = held.isKnown() ? held.of(digest) : Optional.empty();
        String otherwise = held.isKnown() ? "no longer held here" : "not known";
        String state = revoked.map(when -> "revoked " + Words.time(when))
                .orElseGet(() -> here.map(GrantHere::state).orElse(otherwise));
        boolean open = begun.size() > ended;
        if (open) {
            findings.add(Finding.look(
                    ID, "A use of the grant for " + reference + " began and did not end. It counts as one."));
        }
        return Row.marked(
                open || here.filter(GrantHere::isDoubtful).isPresent() ? Mark.LOOK : Mark.PLAIN,
                reference,
                requested.text("purpose"),
                Words.time(requested.time()),
                of(Kind.GRANT_SIGNED, digest).stream()
                        .map(entry -> signers.named(entry.text("key")))
                        .collect(Collectors.joining("; ")),
                state + (open ? "; A USE DID NOT END" : ""),
                begun.size(),
                ended,
                begun.isEmpty() ? "" : Words.time(begun.get(begun.size() - 1).time()),
                files,
                here.map(GrantHere::weeks).orElse(""),
                here.map(GrantHere::until).orElse(""),
                Words.digest(digest));
    }

    private List<Entry> of(Kind kind, String grant) {
        return log.of(kind).filter(entry -> entry.text("grant").equals(grant)).toList();
    }

    private Optional<Instant> revoked(String grant) {
        return log.of(Kind.GRANT_REVOKED)
                .filter(entry -> entry.texts("grants").contains(grant))
                .map(Entry::time)
                .findFirst();
    }

    private static List<Column> refusedColumns() {
        return List.of(
                Column.text("time", "When"),
                Column.text("run", "Run"),
                Column.text("reasons", "Reasons"),
                Column.text("in_words", "In words"),
                Column.text("envelope", "Digest of what was shown"));
    }

    private List<Row> refused() {
        return log.of(Kind.GRANT_REFUSED)
                .map(entry -> Row.of(
                        Words.time(entry.time()),
                        entry.text("run"),
                        String.join(", ", entry.texts("reasons")),
                        entry.texts("reasons").stream()
                                .map(GrantSection::sentence)
                                .collect(Collectors.joining(" ")),
                        Words.digest(entry.text("envelope"))))
                .toList();
    }

    private static String sentence(String reason) {
        for (Refusal refusal : Refusal.values()) {
            if (refusal.name().equals(reason)) {
                return refusal.sentence();
            }
        }
        return reason;
    }

    private static List<Column> revokedColumns() {
        return List.of(
                Column.text("time", "In force since"),
                Column.number("sequence", "Number"),
                Column.number("grants", "Grants on it"),
                Column.number("keys", "Keys on it"),
                Column.text("list", "Digest"));
    }

    private List<Row> revoked() {
        return log.of(Kind.GRANT_REVOKED)
                .map(entry -> Row.of(
                        Words.time(entry.time()),
                        entry.count("sequence"),
                        entry.texts("grants").size(),
                        entry.texts("keys").size(),
                        Words.digest(entry.text("list"))))
                .toList();
    }
}
