package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.summarise.SummaryFile;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.disclosure.Cell;
import org.modicum.policy.protocol.IsoWeek;

/** What was published, and whether it is still what was logged. */
final class ReleaseSection {
    private static final String ID = "releases";

    private final ReadLog log;
    private final Published published;
    private final List<Finding> findings = new ArrayList<>();

    private ReleaseSection(AsFound found, Published published) {
        this.log = found.log();
        this.published = published;
    }

    static Section of(AsFound found, Published published) {
        return new ReleaseSection(found, published).section();
    }

    private Section section() {
        List<Row> rows = new ArrayList<>(log.of(Kind.RELEASE).map(this::row).toList());
        TreeSet<IsoWeek> unlogged = new TreeSet<>(published.weeks().keySet());
        log.of(Kind.RELEASE).forEach(entry -> unlogged.remove(IsoWeek.parse(entry.text("week"))));
        if (log.holds() && !unlogged.isEmpty()) {
            findings.add(Finding.wrong(ID, "Published and NOT IN THE LOG: " + unlogged + "."));
        }
        return new Section(
                ID,
                "What was published?",
                List.of(
                        "One summary a week, made once. Departments with few people are merged until nobody stands out."
                                + " The log has the digest of each summary, so one that was changed afterwards shows.",
                        "“People” is the number of people in scope as it was published: rounded, and of groups that are"
                                + " large enough."),
                "the audit log, and the table of releases, from which the digest was worked out again.",
                List.of(
                        "modicum audit verify --key VKEY --proof reports/WEEK/summary.csv.tlog-proof reports/WEEK/summary.csv"),
                findings,
                List.of(Table.of(
                        "releases",
                        "Releases",
                        List.of(
                                Column.text("week", "Week"),
                                Column.text("logged", "Logged"),
                                Column.text("state", "State"),
                                Column.text("people", "People, as published"),
                                Column.text("method", "Method"),
                                Column.text("summary", "Digest of summary.csv"),
                                Column.text("run", "Run")),
                        rows)));
    }

    private Row row(Entry entry) {
        IsoWeek week = IsoWeek.parse(entry.text("week"));
        List<Cell> cells = published.weeks().getOrDefault(week, List.of());
        boolean same =
                cells.isEmpty() || Hash.ofFile(SummaryFile.of(cells)).hex().equals(entry.text("summary"));
        if (!same) {
            findings.add(Finding.wrong(ID, "The release of " + week + " is NOT THE ONE THAT WAS LOGGED."));
        }
        String state = !published.isKnown()
                ? "not known: the table could not be read"
                : cells.isEmpty() ? "no longer held" : same ? "as it was logged" : "NOT AS IT WAS LOGGED";
        return Row.marked(
                same ? Mark.PLAIN : Mark.WRONG,
                week,
                Words.time(entry.time()),
                state,
                cells.isEmpty() ? "" : Published.people(cells),
                entry.text("method"),
                Words.digest(entry.text("summary")),
                entry.text("run"));
    }
}
