package org.modicum.pipeline.ingest;

import java.util.Map;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;

/** The entry of an ingest in the audit log. */
final class LoggedIngest {
    private LoggedIngest() {}

    /** Adds it, unless the run was killed between its entry and the end of its journal: an ingest has one entry. */
    static void of(Journal journal, Store store, AuditLog log) {
        boolean logged = log.entries().stream()
                .anyMatch(entry ->
                        entry.kind() == Kind.INGEST && entry.text("run").equals(journal.run()));
        if (logged) {
            return;
        }
        long snapshot = store.snapshot(Tables.ACTIVITY, journal.run())
                .orElseThrow(() -> new IllegalStateException("The run " + journal.run() + " stored no activity"))
                .snapshotId();
        log.append(
                Kind.INGEST,
                Map.of(
                        "run", Value.of(journal.run()),
                        "snapshot", Value.of(Long.toString(snapshot)),
                        "files", Value.of(journal.filesRead()),
                        "lines", Value.of(journal.lines()),
                        "malformed", Value.of(journal.lines(Fate.MALFORMED))));
    }
}
