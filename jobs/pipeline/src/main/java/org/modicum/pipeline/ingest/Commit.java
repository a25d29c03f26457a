package org.modicum.pipeline.ingest;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;

/**
 * Stores what was read, in an order that survives a kill at any point: the journal, malformed lines, the activity (whose
 * commit decides), the ledger, the entry in the audit log, and the journal goes. {@link Recovery} has the other half.
 */
final class Commit {
    private final Store store;
    private final Path state;
    private final AuditLog log;

    Commit(Store store, Path state, AuditLog log) {
        this.store = store;
        this.state = state;
        this.log = log;
    }

    void store(Journal journal, Pieces pieces) {
        journal.write(state);
        append(
                pieces.malformed().withColumn("run", functions.lit(journal.run())),
                Tables.MALFORMED_LINE,
                journal.run());
        append(pieces.activity(), Tables.ACTIVITY, journal.run());
        new Ledger(store).append(journal.run(), journal.readAt(), journal.readings(), journal.outcomes());
        LoggedIngest.of(journal, store, log);
        Journal.remove(state);
    }

    private static void append(Dataset<Row> rows, Tables table, String run) {
        try {
            rows.writeTo(table.sparkName())
                    .option("snapshot-property." + Store.RUN, run)
                    // Few partitions, each sorted by itself, instead of a shuffle that would bring each day together:
                    // a day gets a file from each.
                    .option("distribution-mode", "none")
                    .append();
        } catch (NoSuchTableException e) {
            throw new IllegalStateException("The table " + table.sparkName() + " is gone", e);
        }
    }
}
