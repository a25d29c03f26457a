package org.modicum.pipeline.summarise;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.modicum.policy.protocol.Holidays;
import org.modicum.policy.protocol.InForce;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Threshold;
import org.modicum.policy.protocol.TimeRange;
import org.modicum.policy.protocol.WorkRelated;
import org.modicum.policy.protocol.WorkingTime;

/** What is in force, as columns of the table {@code threshold}. */
final class FrozenRow {
    private FrozenRow() {}

    /** The row, with what is in force filled in. */
    static GenericRecord written(GenericRecord row, InForce inForce) {
        WorkingTime time = inForce.workingTime();
        row.setField("minutes", inForce.threshold().map(Threshold::minutes).orElse(null));
        row.setField("per", inForce.threshold().map(one -> one.per().name()).orElse(null));
        row.setField("zone", time.zone().getId());
        row.setField("holidays", time.holidays().code());
        row.setField("days", time.days().stream().map(DayOfWeek::name).toList());
        row.setField("hours", time.hours().stream().map(TimeRange::toString).toList());
        Types.StructType use = row.struct()
                .field("work_related")
                .type()
                .asListType()
                .elementType()
                .asStructType();
        row.setField(
                "work_related",
                inForce.workRelated().stream().map(one -> written(use, one)).toList());
        return row;
    }

    /** @param now what holds today, for the parts that a row of an earlier version does not have */
    static InForce read(Record row, IsoWeek week, InForce now) {
        Optional<Threshold> threshold = Optional.ofNullable((Integer) row.getField("minutes"))
                .map(minutes -> new Threshold(week, minutes, Per.valueOf((String) row.getField("per"))));
        if (!isWhole(row)) {
            return now.withThreshold(threshold);
        }
        WorkingTime time = new WorkingTime(
                ZoneId.of((String) row.getField("zone")),
                texts(row, "days").stream()
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class))),
                texts(row, "hours").stream().map(TimeRange::parse).toList(),
                Holidays.of((String) row.getField("holidays")));
        List<?> uses = (List<?>) row.getField("work_related");
        return new InForce(
                time,
                threshold,
                uses.stream().map(use -> workRelated((Record) use)).toList());
    }

    static boolean isWhole(Record row) {
        return row.getField("zone") != null;
    }

    private static Record written(Types.StructType type, WorkRelated use) {
        GenericRecord row = GenericRecord.create(type);
        row.setField("roles", List.copyOf(use.roles()));
        row.setField("sites", List.copyOf(use.sites()));
        return row;
    }

    private static WorkRelated workRelated(Record row) {
        return new WorkRelated(set(row, "roles"), set(row, "sites"));
    }

    private static Set<String> set(Record row, String column) {
        return new TreeSet<>(texts(row, column));
    }

    private static List<String> texts(Record row, String column) {
        return ((List<?>) row.getField(column)).stream().map(String.class::cast).toList();
    }
}
