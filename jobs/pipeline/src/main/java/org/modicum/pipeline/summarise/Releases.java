package org.modicum.pipeline.summarise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.modicum.pipeline.store.SmallTable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.disclosure.Cell;
import org.modicum.policy.protocol.IsoWeek;

/** The table {@code release}: what was published, week by week. A week is appended once, whole, and never changed. */
public final class Releases {
    private static final List<String> COLUMNS = List.of(
            "week",
            "group",
            "departments",
            "headcount",
            "site",
            "users",
            "minutes_per_head",
            "over_threshold",
            "over_share",
            "threshold_minutes",
            "threshold_per",
            "status",
            "method");

    private static final String ACTIVITY_SNAPSHOT = "modicum-activity-snapshot";

    private final SmallTable table;

    public Releases(Store store) {
        this.table = new SmallTable(store, Tables.RELEASE);
    }

    public static List<String> columns() {
        return COLUMNS;
    }

    public SortedSet<IsoWeek> weeks() {
        return new TreeSet<>(byWeek().keySet());
    }

    /** All released cells in the order in which they were published. */
    public SortedMap<IsoWeek, List<Cell>> byWeek() {
        List<Record> rows = new ArrayList<>(table.rows(Expressions.alwaysTrue()));
        rows.sort(Comparator.comparing((Record row) -> (Integer) row.getField("position")));
        SortedMap<IsoWeek, List<Cell>> byWeek = new TreeMap<>();
        for (Record row : rows) {
            byWeek.computeIfAbsent(IsoWeek.parse(text(row, "week")), week -> new ArrayList<>())
                    .add(cell(row));
        }
        return byWeek;
    }

    /** The snapshot of the activity table of which a week's release was made, if that was recorded. */
    Optional<String> activitySnapshot(IsoWeek week) {
        for (Snapshot snapshot : table.snapshots()) {
            if (snapshot.summary().getOrDefault(Store.RUN, "").endsWith("/" + week)) {
                return Optional.ofNullable(snapshot.summary().get(ACTIVITY_SNAPSHOT));
            }
        }
        return Optional.empty();
    }

    /** @param activity the snapshot of the activity table of which the release was made */
    void append(IsoWeek week, List<Cell> cells, String run, long activity) {
        List<Record> rows = new ArrayList<>();
        for (Cell cell : cells) {
            GenericRecord row = table.newRow();
            row.setField("position", rows.size());
            List<String> values = values(cell);
            for (int i = 0; i < COLUMNS.size(); i++) {
                row.setField(COLUMNS.get(i), values.get(i));
            }
            rows.add(row);
        }
        table.append(rows, run + "/" + week, Map.of(ACTIVITY_SNAPSHOT, Long.toString(activity)));
    }

    /** The values of a cell in the order of {@link #columns()}. */
    public static List<String> values(Cell cell) {
        return List.of(
                cell.week(),
                cell.group(),
                cell.departments(),
                cell.headcount(),
                cell.site(),
                cell.users(),
                cell.minutesPerHead(),
                cell.overThreshold(),
                cell.overShare(),
                cell.thresholdMinutes(),
                cell.thresholdPer(),
                cell.status(),
                cell.method());
    }

    private static Cell cell(Record row) {
        return new Cell(
                text(row, "week"),
                text(row, "group"),
                text(row, "departments"),
                text(row, "headcount"),
                text(row, "site"),
                text(row, "users"),
                text(row, "minutes_per_head"),
                text(row, "over_threshold"),
                text(row, "over_share"),
                text(row, "threshold_minutes"),
                text(row, "threshold_per"),
                text(row, "status"),
                text(row, "method"));
    }

    private static String text(Record row, String column) {
        return (String) row.getField(column);
    }
}
