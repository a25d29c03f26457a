package org.modicum.pipeline.flag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.protocol.IsoWeek;

/**
 * Reads a few people's rows of the table {@code activity}, all of one snapshot, without Spark: nothing of them comes into
 * its plans, its shuffles or its temporary files. A week's days are chosen by partition; pseudonyms are compared here, in
 * memory, and are no part of any expression.
 */
final class HeldRows {
    private final Table activity;
    private final ZoneId zone;
    private final Optional<Long> snapshot;

    /** @param zone where weeks begin and end */
    HeldRows(Store store, ZoneId zone) {
        this.activity = store.table(Tables.ACTIVITY);
        this.zone = zone;
        this.snapshot = Optional.ofNullable(activity.currentSnapshot()).map(Snapshot::snapshotId);
    }

    /** A row as it is held. */
    record HeldRow(Activity activity, long hits, long bytes) {}

    /** The number of the table's state that is read; files that were added later have a higher one. */
    long state() {
        return snapshot.map(id -> activity.snapshot(id).sequenceNumber()).orElse(0L);
    }

    /** The snapshot that is read; {@code none} of a table in which there was never anything. */
    String snapshot() {
        return snapshot.map(id -> Long.toString(id)).orElse("none");
    }

    /**
     * The rows of these people by pseudonym; whoever has no rows is not there.
     *
     * @param people pseudonyms of that week
     * @param sites what of their rows is wanted
     */
    Map<String, List<HeldRow>> of(IsoWeek week, Set<String> people, Predicate<String> sites) {
        Map<String, List<HeldRow>> rows = new HashMap<>();
        if (snapshot.isEmpty() || people.isEmpty()) {
            return rows;
        }
        try (CloseableIterable<Record> found = IcebergGenerics.read(activity)
                .useSnapshot(snapshot.get())
                .where(during(week))
                .build()) {
            for (Record row : found) {
                String person = (String) row.getField("person");
                if (people.contains(person) && sites.test((String) row.getField("site"))) {
                    rows.computeIfAbsent(person, any -> new ArrayList<>()).add(held(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + activity.name() + " could not be read", e);
        }
        return rows;
    }

    private static HeldRow held(Record row) {
        Instant quarter = ((OffsetDateTime) row.getField("quarter")).toInstant();
        return new HeldRow(
                new Activity(
                        (String) row.getField("site"),
                        quarter.getEpochSecond(),
                        (Long) row.getField("deliberate_slots"),
                        (Long) row.getField("any_slots")),
                (Long) row.getField("hits"),
                (Long) row.getField("bytes"));
    }

    private Expression during(IsoWeek week) {
        return Expressions.and(
                Expressions.greaterThanOrEqual("quarter", start(week)),
                Expressions.lessThan("quarter", start(week.plusWeeks(1))));
    }

    /** Microseconds since the epoch, as Iceberg counts. */
    private long start(IsoWeek week) {
        return TimeUnit.SECONDS.toMicros(week.monday().atStartOfDay(zone).toEpochSecond());
    }
}
