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

    void store(Journal journal, Dataset<Row> pieces) {
        journal.write(state);
        append(malformed(journal, pieces), Tables.MALFORMED_LINE, journal.run());
        append(activity(pieces), Tables.ACTIVITY, journal.run());
        new Ledger(store).append(journal.run(), journal.readAt(), journal.readings(), journal.outcomes());
        LoggedIngest.of(journal, store, log);
        Journal.remove(state);
    }

    private static Dataset<Row> malformed(Journal journal, Dataset<Row> pieces) {
        return pieces.filter(functions.col("reason").isNotNull())
                .select(
                        functions.lit(journal.run()).as("run"),
                        functions.col("file"),
                        functions.col("line_offset"),
                        functions.col("length"),
                        functions.col("reason"));
    }

    /**
     * As the partitions were read: what two of them say of the same person, site and quarter-hour becomes two rows, which
     * are joined whenever activity is read. To join them here too would be a second shuffle for a few of many rows.
     */
    private static Dataset<Row> activity(Dataset<Row> pieces) {
        return pieces.filter(functions.col("person").isNotNull())
                .select(
                        functions.col("person"),
                        functions.col("site"),
                        functions.timestamp_seconds(functions.col("quarter")).as("quarter"),
                        functions.col("deliberate_slots"),
                        functions.col("any_slots"),
                        functions.col("hits"),
                        functions.col("bytes"));
    }

    private static void append(Dataset<Row> rows, Tables table, String run) {
        try {
            rows.writeTo(table.sparkName())
                    .option("snapshot-property." + Store.RUN, run)
                    .append();
        } catch (NoSuchTableException e) {
            throw new IllegalStateException("The table " + table.sparkName() + " is gone", e);
        }
    }
}
