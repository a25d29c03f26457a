package org.modicum.pipeline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;

/**
 * Reading and appending an unpartitioned table whose rows fit in memory (the ledger, releases, thresholds), without
 * starting Spark.
 */
public final class SmallTable {
    private final Table table;

    public SmallTable(Store store, Tables table) {
        this.table = store.table(table);
    }

    public List<Record> rows(Expression filter) {
        table.refresh();
        try (CloseableIterable<Record> found =
                IcebergGenerics.read(table).where(filter).build()) {
            List<Record> rows = new ArrayList<>();
            found.forEach(rows::add);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + table.name() + " could not be read", e);
        }
    }

    public GenericRecord newRow() {
        return GenericRecord.create(table.schema());
    }

    /** The commits that made the table what it is, the oldest first. */
    public Iterable<Snapshot> snapshots() {
        table.refresh();
        return table.snapshots();
    }

    /** Appends all rows in one commit that carries the run in its summary; either all are there or none. */
    public void append(List<Record> rows, String run) {
        append(rows, run, Map.of());
    }

    /** @param more what else the commit carries in its summary */
    public void append(List<Record> rows, String run, Map<String, String> more) {
        table.refresh();
        AppendFiles append = table.newAppend().set(Store.RUN, run);
        more.forEach(append::set);
        if (!rows.isEmpty()) {
            append.appendFile(write(rows));
        }
        append.commit();
    }

    private DataFile write(List<Record> rows) {
        String location = table.locationProvider().newDataLocation(UUID.randomUUID() + ".parquet");
        try {
            DataWriter<Record> writer = Parquet.writeData(table.io().newOutputFile(location))
                    .forTable(table)
                    .createWriterFunc(GenericParquetWriter::create)
                    .build();
            try (DataWriter<Record> open = writer) {
                rows.forEach(open::write);
            }
            return writer.toDataFile();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + table.name() + " could not be written", e);
        }
    }
}
