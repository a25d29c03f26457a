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
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.store.SmallTable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Protocol;
import org.modicum.policy.protocol.Threshold;

/**
 * The thresholds that hold for a week. They are written down when a run first meets the week, and from then on a changed
 * protocol does not move them: a threshold that followed the results could be tuned until it told of one person (R14).
 */
public final class FrozenThresholds {
    private final SmallTable table;

    public FrozenThresholds(Store store) {
        this.table = new SmallTable(store, Tables.THRESHOLD);
    }

    /** By department; departments without a threshold have an empty value. */
    Map<String, Optional<Threshold>> of(
            IsoWeek week,
            Collection<String> departments,
            Map<String, Protocol> protocols,
            Instant now,
            RunReport report) {
        Map<String, Optional<Threshold>> frozen = recorded(week);
        List<Record> missing = new ArrayList<>();
        for (String department : departments) {
            Optional<Threshold> asked =
                    Optional.ofNullable(protocols.get(department)).flatMap(protocol -> protocol.threshold(week));
            if (!frozen.containsKey(department)) {
                frozen.put(department, asked);
                missing.add(row(week, department, asked, now));
            } else if (!same(frozen.get(department), asked)) {
                report.warn("The threshold of " + department + " was changed for " + week
                        + ", a week that had begun. The change was not applied: give it a later start week.");
            }
        }
        if (!missing.isEmpty()) {
            table.append(missing, report.run() + "/" + week);
        }
        return frozen;
    }

    /** Those that were written down for a week, by department; nothing is written down now. */
    public Map<String, Optional<Threshold>> recorded(IsoWeek week) {
        Map<String, Optional<Threshold>> recorded = new HashMap<>();
        for (Record row : table.rows(Expressions.equal("week", week.toString()))) {
            Integer minutes = (Integer) row.getField("minutes");
            recorded.put(
                    (String) row.getField("department"),
                    minutes == null
                            ? Optional.empty()
                            : Optional.of(new Threshold(week, minutes, Per.valueOf((String) row.getField("per")))));
        }
        return recorded;
    }

    private Record row(IsoWeek week, String department, Optional<Threshold> threshold, Instant now) {
        GenericRecord row = table.newRow();
        row.setField("week", week.toString());
        row.setField("department", department);
        row.setField("minutes", threshold.map(Threshold::minutes).orElse(null));
        row.setField("per", threshold.map(one -> one.per().name()).orElse(null));
        row.setField("recorded_at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        return row;
    }

    private static boolean same(Optional<Threshold> one, Optional<Threshold> other) {
        return one.map(Threshold::minutes).equals(other.map(Threshold::minutes))
                && one.map(Threshold::per).equals(other.map(Threshold::per));
    }
}
