package org.modicum.pipeline.grant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;

/** The audit log that a run has open already; the run closes it. */
public record HeldLog(AuditLog log) implements GrantLog {

    @Override
    public String origin() {
        return log.key().name();
    }

    @Override
    public Optional<Instant> lastTime() {
        return log.lastTime();
    }

    @Override
    public List<Entry> entries() {
        return log.entries();
    }

    @Override
    public void append(List<Entry> entries) {
        log.append(entries);
    }

    @Override
    public void close() {
        // The run that opened the log still needs it.
    }
}
