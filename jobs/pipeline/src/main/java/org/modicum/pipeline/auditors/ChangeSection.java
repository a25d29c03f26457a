package org.modicum.pipeline.auditors;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.settings.SettingsDigest;
import org.modicum.pipeline.store.SmallTable;
import org.modicum.pipeline.store.Tables;

/** When settings changed, which thresholds held, and what became of keys. */
final class ChangeSection {
    private static final String ID = "changes";

    private final AsFound found;
    private final List<Finding> findings = new ArrayList<>();

    private ChangeSection(AsFound found) {
        this.found = found;
    }

    static Section of(AsFound found) {
        return new ChangeSection(found).section();
    }

    private Section section() {
        List<Row> settings = settings();
        List<Row> thresholds = thresholds();
        return new Section(
                ID,
                "What was changed?",
                List.of(
                        "The log has a digest of all settings, protocols and sites whenever they are not those of the run"
                                + " before; the digest tells that they changed, and not what. Compare the settings’ own"
                                + " history.",
                        "What holds in a department in a week is written down when a run first meets the week. A later"
                                + " change does not move it. A threshold is given here from the week in which it first"
                                + " held to the last in which it was the same."),
                "the audit log, and the table of thresholds.",
                List.of(
                        "modicum audit show --log COPY --key VKEY --kind settings_changed",
                        "modicum audit show --log COPY --key VKEY --kind key_event"),
                findings,
                List.of(
                        Table.of(
                                "settings",
                                "Changes of settings",
                                List.of(
                                        Column.text("time", "When"),
                                        Column.text("run", "First run with them"),
                                        Column.text("settings", "Digest"),
                                        Column.text("state", "State")),
                                settings),
                        Table.of(
                                "thresholds",
                                "Thresholds of departments",
                                List.of(
                                        Column.text("department", "Department"),
                                        Column.text("from_week", "From week"),
                                        Column.text("to_week", "To week"),
                                        Column.text("threshold", "Threshold"),
                                        Column.text("recorded", "First written down")),
                                thresholds),
                        Table.of(
                                "keys",
                                "Events of keys",
                                List.of(
                                        Column.text("time", "When"),
                                        Column.text("event", "Event"),
                                        Column.text("purpose", "What the key is for"),
                                        Column.text("key", "Which")),
                                keys())));
    }

    private List<Row> settings() {
        String today = SettingsDigest.of(found.settings()).hex();
        List<Entry> changes = found.log().of(Kind.SETTINGS_CHANGED).toList();
        List<Row> rows = new ArrayList<>();
        for (Entry entry : changes) {
            boolean last = entry.equals(changes.get(changes.size() - 1));
            boolean same = entry.text("settings").equals(today);
            rows.add(Row.of(
                    Words.time(entry.time()),
                    entry.text("run"),
                    Words.digest(entry.text("settings")),
                    last ? same ? "those of today" : "the latest that are in the log" : ""));
            if (last && !same) {
                findings.add(Finding.look(ID, "The settings of today are not those of the latest run in the log."));
            }
        }
        return rows;
    }

    private List<Row> thresholds() {
        Optional<List<Record>> read = Unread.orNothing(
                "The table threshold",
                () -> new SmallTable(found.store().orElseThrow(), Tables.THRESHOLD).rows(Expressions.alwaysTrue()));
        if (read.isEmpty()) {
            findings.add(Finding.wrong(ID, "Thresholds are not known: the table could not be read."));
            return List.of();
        }
        List<Record> records = new ArrayList<>(read.get());
        records.sort(Comparator.comparing((Record row) -> (String) row.getField("week")));
        Map<String, List<Record>> byDepartment = new TreeMap<>();
        records.forEach(row -> byDepartment
                .computeIfAbsent((String) row.getField("department"), none -> new ArrayList<>())
                .add(row));
        List<Row> rows = new ArrayList<>();
        byDepartment.forEach((department, weeks) -> {
            int start = 0;
            for (int i = 1; i <= weeks.size(); i++) {
                if (i == weeks.size() || !threshold(weeks.get(i)).equals(threshold(weeks.get(start)))) {
                    rows.add(row(department, weeks.get(start), weeks.get(i - 1)));
                    start = i;
                }
            }
        });
        return rows;
    }

    private static Row row(String department, Record first, Record last) {
        return Row.of(
                department,
                first.getField("week"),
                last.getField("week"),
                threshold(first),
                ((OffsetDateTime) first.getField("recorded_at"))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toInstant());
    }

    private static String threshold(Record row) {
        Object minutes = row.getField("minutes");
        return minutes == null
                ? "none"
                : minutes + " minutes per " + row.getField("per").toString().toLowerCase(Locale.ROOT);
    }

    private List<Row> keys() {
        return found.log()
                .of(Kind.KEY_EVENT)
                .map(entry ->
                        Row.of(Words.time(entry.time()), entry.text("event"), entry.text("purpose"), entry.text("key")))
                .toList();
    }
}
