package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;

/** Deletions as they are in the log, their certificates as they are in the folder, and whether the two agree. */
final class DeletionSection {
    private static final String ID = "deletions";

    private final ReadLog log;
    private final boolean stopped;
    private final CertificateFiles files;
    private final List<Finding> findings = new ArrayList<>();

    private DeletionSection(AsFound found, CertificateFiles files) {
        this.log = found.log();
        this.stopped = found.stopped();
        this.files = files;
    }

    static Section of(AsFound found) {
        return new DeletionSection(found, CertificateFiles.read(found)).section();
    }

    private Section section() {
        findings.addAll(files.findings());
        List<Row> deletions = log.of(Kind.RETENTION_INTENT).map(this::deletion).toList();
        missing();
        return new Section(
                ID,
                "What was deleted, and is that proven?",
                List.of(
                        "A deletion is a plan, an entry in the log that it begins, the deletion, checks by other code than"
                                + " deleted, and a certificate that the log's key signed and that is in the log.",
                        "“Verified” means that the signature under the certificate and the proof beside it hold under the"
                                + " log's public key, and that the log has it. A certificate also says what it does not"
                                + " cover: backups, snapshots, what a disk keeps."),
                "the folder of certificates and the audit log. Signatures and proofs were checked when this page was"
                        + " written.",
                List.of("modicum audit certificate --key VKEY certificates/RUN.json"),
                findings,
                List.of(
                        Table.of("deletions", "Deletions that began", deletionColumns(), deletions),
                        Table.of(
                                "certificates",
                                "Certificates and notices in the folder",
                                CertificateFiles.columns(),
                                files.rows()),
                        Table.of(
                                "certified-kinds",
                                "What each of them says is gone",
                                CertificateFiles.sumColumns(),
                                files.sums()),
                        Table.of(
                                "deletions-refused",
                                "Deletions that were refused or stopped",
                                refusedColumns(),
                                refused()),
                        Table.of(
                                "standing-rules",
                                "Standing rules: orders of two people to delete every night",
                                orderColumns(),
                                orders())));
    }

    private static List<Column> deletionColumns() {
        return List.of(
                Column.text("begun", "Begun"),
                Column.text("run", "Run"),
                Column.text("outcome", "Outcome"),
                Column.number("holds", "Holds in force"),
                Column.text("plan", "Plan"));
    }

    private Row deletion(Entry intent) {
        String run = intent.text("run");
        Optional<Entry> certified = log.of(Kind.CERTIFICATE)
                .filter(entry -> entry.text("run").equals(run))
                .findFirst();
        boolean incomplete = log.of(Kind.RETENTION_INCOMPLETE)
                .anyMatch(entry -> entry.text("run").equals(run));
        // One that a hold stopped halfway ends with a notice, and what is left goes by another plan. One that could not
        // be
        // completed keeps every run from beginning.
        Mark mark = certified.isPresent() ? Mark.PLAIN : incomplete && !stopped ? Mark.LOOK : Mark.WRONG;
        String outcome = certified.isPresent()
                ? "certified"
                : incomplete ? "INCOMPLETE: not all was gone" : "BEGAN AND DID NOT END";
        if (mark != Mark.PLAIN) {
            findings.add(new Finding(mark, ID, "The deletion of run " + run + " has no certificate: " + outcome + "."));
        }
        return Row.marked(
                mark,
                Words.time(intent.time()),
                run,
                outcome,
                intent.texts("holds").size(),
                Words.digest(intent.text("plan")));
    }

    private void missing() {
        Set<String> there = new HashSet<>(files.digests());
        log.of(Kind.CERTIFICATE)
                .filter(entry -> !there.contains(entry.text("certificate")))
                .forEach(entry -> findings.add(Finding.wrong(
                        ID,
                        "The certificate of run " + entry.text("run")
                                + " is in the log, and not in the folder as it was logged: MISSING, or changed.")));
    }

    private static List<Column> refusedColumns() {
        return List.of(Column.text("time", "When"), Column.text("run", "Run"), Column.text("reasons", "Reasons"));
    }

    private List<Row> refused() {
        return log.of(Kind.RETENTION_REFUSED)
                .map(entry -> Row.marked(
                        Mark.LOOK,
                        Words.time(entry.time()),
                        entry.text("run"),
                        String.join(", ", entry.texts("reasons"))))
                .toList();
    }

    private static List<Column> orderColumns() {
        return List.of(
                Column.text("time", "In force since"),
                Column.text("case_ref", "Case"),
                Column.text("until", "Until"),
                Column.text("rules", "Digest of the rules"),
                Column.text("document", "Digest of the order"));
    }

    private List<Row> orders() {
        return log.of(Kind.STANDING_RULE)
                .map(entry -> Row.of(
                        Words.time(entry.time()),
                        entry.text("case_ref"),
                        entry.text("until"),
                        Words.digest(entry.text("rules")),
                        Words.digest(entry.text("document"))))
                .toList();
    }
}
