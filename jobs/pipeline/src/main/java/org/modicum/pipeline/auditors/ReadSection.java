package org.modicum.pipeline.auditors;

import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.audit.log.Entry;

/** Who read what about people, as the log has it. */
final class ReadSection {
    private ReadSection() {}

    static Section of(AsFound found) {
        List<Row> rows = found.log().entries().stream()
                .flatMap(entry -> row(entry).stream())
                .toList();
        return new Section(
                "reads",
                "Who read what?",
                List.of(
                        "Each time that something about people was read or written for somebody: uses of grants, sealed"
                                + " files, reports that people got about themselves, and pages like this one. A sealed file"
                                + " can be opened by its recipient alone; that they opened it, this program cannot see.",
                        "This version sends no mail."),
                "the audit log. An entry is there before the file that it speaks of.",
                List.of("modicum audit show --log COPY --key VKEY --kind grant_intent    # and flag, subject_report"),
                List.of(),
                List.of(Table.of(
                        "reads",
                        "Readings",
                        List.of(
                                Column.text("time", "When"),
                                Column.text("what", "What"),
                                Column.text("case_ref", "Case"),
                                Column.text("weeks", "Weeks"),
                                Column.text("grant", "Grant"),
                                Column.text("file", "Digest of the file"),
                                Column.text("run", "Run")),
                        rows)));
    }

    private static Optional<Row> row(Entry entry) {
        return switch (entry.kind()) {
            case GRANT_INTENT ->
                of(
                        entry,
                        "a use of a grant began (" + entry.count("use") + " of " + entry.count("max_uses") + ")",
                        "",
                        "");
            case GRANT_COMPLETE -> of(entry, "that use ended", "", "");
            case FLAG ->
                of(
                        entry,
                        "a sealed flag file for the grant’s recipient",
                        String.join(", ", entry.texts("weeks")),
                        entry.text("file"));
            case HOLD_COPIED ->
                of(
                        entry,
                        "a sealed copy of one person’s rows, for a hold",
                        String.join(", ", entry.texts("weeks")),
                        entry.text("file"));
            case SUBJECT_REPORT -> of(entry, "a sealed report to the person it is about", "", entry.text("file"));
            case AUDIT_REPORT ->
                Optional.of(Row.of(
                        Words.time(entry.time()),
                        "an auditors’ page",
                        "",
                        "",
                        "",
                        Words.digest(entry.text("report")),
                        entry.text("run")));
            default -> Optional.empty();
        };
    }

    private static Optional<Row> of(Entry entry, String what, String weeks, String file) {
        return Optional.of(Row.of(
                Words.time(entry.time()),
                what,
                entry.text("case_ref"),
                weeks,
                Words.digest(entry.text("grant")),
                Words.digest(file),
                entry.text("run")));
    }
}
