package org.modicum.pipeline.ingest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.modicum.pipeline.store.SmallTable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;

/** The table {@code ingested_file}: what has been read of which content, and what became of the lines. */
final class Ledger {
    private final SmallTable table;

    Ledger(Store store) {
        this.table = new SmallTable(store, Tables.INGESTED_FILE);
    }

    /** What is known of a source's contents, and the fingerprints of the compressed files that need no second look. */
    record Contents(Collection<Known> known, Set<String> containers) {}

    Contents contents(String source) {
        Map<String, Known> known = new HashMap<>();
        Set<String> containers = new HashSet<>();
        for (Record row : table.rows(Expressions.equal("source", source))) {
            String content = (String) row.getField("content");
            long readTo = (Long) row.getField("to_offset");
            known.merge(
                    content,
                    new Known(content, readTo, marks(row)),
                    (one, other) -> one.readTo() >= other.readTo() ? one : other);
            Object container = row.getField("container");
            if (container != null) {
                containers.add((String) container);
            }
        }
        return new Contents(known.values(), containers);
    }

    void append(String run, Instant readAt, List<Reading> readings, Map<String, Map<String, Long>> outcomesByFile) {
        List<Record> rows = new ArrayList<>();
        for (Reading reading : readings) {
            GenericRecord row = table.newRow();
            row.setField("run", run);
            row.setField("read_at", OffsetDateTime.ofInstant(readAt, ZoneOffset.UTC));
            row.setField("source", reading.source());
            row.setField("content", reading.content());
            row.setField("file", reading.file());
            row.setField("from_offset", reading.from());
            row.setField("to_offset", reading.to());
            row.setField("damaged", reading.damaged());
            row.setField("container", reading.container().orElse(null));
            row.setField("marks", reading.marks());
            row.setField("outcomes", outcomesByFile.getOrDefault(reading.file(), Map.of()));
            rows.add(row);
        }
        table.append(rows, run);
    }

    @SuppressWarnings("unchecked")
    private static SortedMap<Long, String> marks(Record row) {
        return new TreeMap<>((Map<Long, String>) row.getField("marks"));
    }
}
