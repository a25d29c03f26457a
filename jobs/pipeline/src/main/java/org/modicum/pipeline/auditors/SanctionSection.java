package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.settings.Sanction;
import org.modicum.pipeline.settings.Source;

/** What made reading the logs lawful: the sanctions of the settings, those of the log, and what was read under them. */
final class SanctionSection {
    private static final String ID = "sanctions";
    private static final int NOTICE_DAYS = 30;

    private final AsFound found;
    private final List<Finding> findings = new ArrayList<>();

    private SanctionSection(AsFound found) {
        this.found = found;
    }

    static Section of(AsFound found) {
        return new SanctionSection(found).section();
    }

    private Section section() {
        List<Row> today = found.settings().sources().stream().map(this::row).toList();
        return new Section(
                ID,
                "What made reading the logs lawful?",
                List.of("Before a log is opened, its sanction is looked up: the clause of the ICT Regulations and the"
                        + " data-protection impact assessment (DPIA) that permit it, and for which time. Without a"
                        + " current one the log stays closed. Lines from outside its time are not counted."),
                "the settings of today, and what the audit log has of every run.",
                List.of(
                        "modicum audit show --log COPY --key VKEY --kind sanction_check    # and sanction_refused, ingest"),
                findings,
                List.of(
                        Table.of("sanctions", "Logs that may be read", columns(), today),
                        Table.of("sanctions-used", "Sanctions under which runs read", usedColumns(), used()),
                        Table.of("sanctions-refused", "Logs that were not opened", refusedColumns(), refused()),
                        Table.of("ingests", "Runs that read log lines", ingestColumns(), ingests())));
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("source", "Log"),
                Column.text("state", "State"),
                Column.text("regulation", "Regulation"),
                Column.text("dpia", "DPIA"),
                Column.text("from", "From"),
                Column.text("to", "First day without"));
    }

    private Row row(Source source) {
        Sanction sanction = source.sanction();
        boolean current = sanction.isCurrent(found.today());
        boolean ends = current && sanction.to().isBefore(found.today().plusDays(NOTICE_DAYS));
        if (!current) {
            findings.add(Finding.look(ID, "There is no current sanction for the log " + source.name() + "."));
        } else if (ends) {
            findings.add(
                    Finding.look(ID, "The sanction for the log " + source.name() + " ends on " + sanction.to() + "."));
        }
        return Row.marked(
                current && !ends ? Mark.PLAIN : Mark.LOOK,
                source.name(),
                current ? ends ? "current, ends soon" : "current" : "NOT CURRENT: the log is not opened",
                sanction.regulation(),
                sanction.dpia(),
                sanction.from(),
                sanction.to());
    }

    private static List<Column> usedColumns() {
        return List.of(
                Column.text("source", "Log"),
                Column.text("regulation", "Regulation"),
                Column.text("dpia", "DPIA"),
                Column.text("from", "From"),
                Column.text("to", "First day without"),
                Column.text("first_used", "First used"),
                Column.text("last_used", "Last used"),
                Column.number("runs", "Runs"));
    }

    private List<Row> used() {
        Map<List<String>, List<Entry>> sanctions = new LinkedHashMap<>();
        found.log()
                .of(Kind.SANCTION_CHECK)
                .forEach(entry -> sanctions
                        .computeIfAbsent(
                                List.of(
                                        entry.text("source"),
                                        entry.text("regulation"),
                                        entry.text("dpia"),
                                        entry.text("from"),
                                        entry.text("to")),
                                none -> new ArrayList<>())
                        .add(entry));
        List<Row> rows = new ArrayList<>();
        sanctions.forEach((sanction, entries) -> {
            List<String> cells = new ArrayList<>(sanction);
            cells.add(Words.time(entries.get(0).time()));
            cells.add(Words.time(entries.get(entries.size() - 1).time()));
            cells.add(Integer.toString(entries.size()));
            rows.add(new Row(Mark.PLAIN, cells));
        });
        return rows;
    }

    private static List<Column> refusedColumns() {
        return List.of(
                Column.text("time", "When"),
                Column.text("source", "Log"),
                Column.text("day", "Asked for the day"),
                Column.text("reason", "Reason"),
                Column.text("run", "Run"));
    }

    private List<Row> refused() {
        return found.log()
                .of(Kind.SANCTION_REFUSED)
                .map(entry -> Row.of(
                        Words.time(entry.time()),
                        entry.text("source"),
                        entry.text("day"),
                        entry.text("reason"),
                        entry.text("run")))
                .toList();
    }

    private static List<Column> ingestColumns() {
        return List.of(
                Column.text("time", "When"),
                Column.number("files", "Files"),
                Column.number("lines", "Lines"),
                Column.number("malformed", "Unreadable lines"),
                Column.text("snapshot", "State of the table activity"),
                Column.text("run", "Run"));
    }

    private List<Row> ingests() {
        return found.log()
                .of(Kind.INGEST)
                .map(entry -> Row.of(
                        Words.time(entry.time()),
                        entry.count("files"),
                        entry.count("lines"),
                        entry.count("malformed"),
                        entry.text("snapshot"),
                        entry.text("run")))
                .toList();
    }
}
