package org.modicum.pipeline.ingest;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.iceberg.expressions.Expressions;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.pipeline.store.Unreferenced;

/** Ends what a killed run began: forwards if its activity was committed, backwards if not. */
final class Recovery {
    private Recovery() {}

    /** Repairs, and gives a sentence about it if there was anything to repair. */
    static Optional<String> repair(Store store, Path state, AuditLog log) {
        return Journal.read(state).map(journal -> {
            String told = store.committed(Tables.ACTIVITY, journal.run())
                    ? forwards(store, journal, log)
                    : backwards(store, journal);
            Journal.remove(state);
            return told;
        });
    }

    private static String forwards(Store store, Journal journal, AuditLog log) {
        if (!store.committed(Tables.INGESTED_FILE, journal.run())) {
            new Ledger(store).append(journal.run(), journal.readAt(), journal.readings(), journal.outcomes());
        }
        LoggedIngest.of(journal, store, log);
        return "Run " + journal.run() + " was stopped after its activity was stored; its ledger and its entry in the"
                + " audit log were completed.";
    }

    private static String backwards(Store store, Journal journal) {
        store.table(Tables.MALFORMED_LINE)
                .newDelete()
                .deleteFromRowFilter(Expressions.equal("run", journal.run()))
                .commit();
        // Files of a killed writer are personal data that no table knows of.
        Unreferenced.delete(store.table(Tables.ACTIVITY));
        Unreferenced.delete(store.table(Tables.MALFORMED_LINE));
        return "Run " + journal.run() + " was stopped before it stored anything; it was taken back and is done again.";
    }
}
