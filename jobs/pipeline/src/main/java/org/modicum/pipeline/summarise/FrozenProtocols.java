package org.modicum.pipeline.summarise;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.store.SmallTable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.protocol.InForce;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Protocol;
import org.modicum.policy.protocol.WorkingTime;

/**
 * What was in force in every department in a week. It is written down when a run first meets the week, and from then on
 * a changed protocol does not move it: a protocol that followed the results could be tuned until it told of one person
 * (R14).
 */
public final class FrozenProtocols {
    private final SmallTable table;
    private final Map<String, Protocol> protocols;
    private final WorkingTime otherwise;
    private final Map<IsoWeek, Map<String, Record>> rows;

    private FrozenProtocols(
            SmallTable table,
            Map<String, Protocol> protocols,
            WorkingTime otherwise,
            Map<IsoWeek, Map<String, Record>> rows) {
        this.table = table;
        this.protocols = protocols;
        this.otherwise = otherwise;
        this.rows = rows;
    }

    /**
     * Those that were written down for the weeks.
     *
     * @param protocols as they are now, by department
     * @param otherwise the working time of departments without a protocol
     */
    public static FrozenProtocols read(
            Store store, Map<String, Protocol> protocols, WorkingTime otherwise, Collection<IsoWeek> weeks) {
        SmallTable table = new SmallTable(store, Tables.THRESHOLD);
        Map<IsoWeek, Map<String, Record>> rows = new HashMap<>();
        weeks.forEach(week -> rows.put(week, new TreeMap<>()));
        if (!weeks.isEmpty()) {
            String[] texts = weeks.stream().map(IsoWeek::toString).toArray(String[]::new);
            for (Record row : table.rows(Expressions.in("week", (Object[]) texts))) {
                rows.get(IsoWeek.parse((String) row.getField("week"))).put((String) row.getField("department"), row);
            }
        }
        return new FrozenProtocols(table, protocols, otherwise, rows);
    }

    /** Writes down what is in force now, where nothing is written down yet, and warns of what was changed since. */
    void freeze(IsoWeek week, Collection<String> departments, Instant now, RunReport report) {
        Map<String, Record> own = rows.get(week);
        List<Record> missing = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (String department : departments) {
            InForce asked = now(week, department);
            if (own.containsKey(department)) {
                List<String> parts = asked.differences(recorded(week, department));
                if (!parts.isEmpty()) {
                    changed.add(department + " (" + String.join(", ", parts) + ")");
                }
            } else {
                missing.add(row(week, department, asked, now));
            }
        }
        if (!changed.isEmpty()) {
            report.warn("What holds in " + String.join("; ", changed) + " was changed for " + week
                    + ", a week that had begun. The change was not applied to it. A threshold can be given a later start"
                    + " week.");
        }
        if (!missing.isEmpty()) {
            table.append(missing, report.run() + "/" + week);
            missing.forEach(row -> own.put((String) row.getField("department"), row));
        }
    }

    /**
     * By department. One that the week did not meet has no threshold in it, whatever its protocol says now.
     *
     * @param week one of those that were read
     */
    public Map<String, InForce> of(IsoWeek week, Collection<String> departments) {
        Map<String, InForce> inForce = new TreeMap<>();
        for (String department : departments) {
            inForce.put(
                    department,
                    rows.get(week).containsKey(department)
                            ? recorded(week, department)
                            : now(week, department).withThreshold(Optional.empty()));
        }
        return inForce;
    }

    /** Whether more was written down than thresholds, as versions before did. */
    public boolean isWhole(IsoWeek week) {
        return rows.get(week).values().stream().allMatch(FrozenRow::isWhole);
    }

    private InForce recorded(IsoWeek week, String department) {
        return FrozenRow.read(rows.get(week).get(department), week, now(week, department));
    }

    private InForce now(IsoWeek week, String department) {
        return InForce.of(Optional.ofNullable(protocols.get(department)), otherwise, week);
    }

    private Record row(IsoWeek week, String department, InForce inForce, Instant now) {
        Record row = FrozenRow.written(table.newRow(), inForce);
        row.setField("week", week.toString());
        row.setField("department", department);
        row.setField("recorded_at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        return row;
    }
}
