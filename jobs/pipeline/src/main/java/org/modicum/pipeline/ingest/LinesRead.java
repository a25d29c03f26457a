package org.modicum.pipeline.ingest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.modicum.pipeline.store.SmallTable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;

/**
 * What became of all lines of which the ledger still knows.
 *
 * @param first when the first of these readings was
 */
public record LinesRead(Optional<Instant> first, Optional<Instant> last, List<Count> counts) {

    /** How many lines had a fate. */
    public record Count(String fate, String meaning, boolean kept, long lines) {}

    public static LinesRead of(Store store) {
        Map<Fate, Long> lines = new EnumMap<>(Fate.class);
        List<Instant> times = new ArrayList<>();
        for (Record row : new SmallTable(store, Tables.INGESTED_FILE).rows(Expressions.alwaysTrue())) {
            times.add(((OffsetDateTime) row.getField("read_at")).toInstant());
            ((Map<?, ?>) row.getField("outcomes"))
                    .forEach((fate, number) -> lines.merge(
                            Fate.valueOf(fate.toString().toUpperCase(Locale.ROOT)), (Long) number, Long::sum));
        }
        List<Count> counts = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            counts.add(new Count(fate.key(), fate.meaning(), fate == Fate.COUNTED, lines.getOrDefault(fate, 0L)));
        }
        return new LinesRead(
                times.stream().min(Instant::compareTo), times.stream().max(Instant::compareTo), List.copyOf(counts));
    }

    public long lines() {
        return counts.stream().mapToLong(Count::lines).sum();
    }
}
