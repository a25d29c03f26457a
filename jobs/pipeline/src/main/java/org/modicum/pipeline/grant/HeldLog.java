package org.modicum.pipeline.grant;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;

/** The audit log, as somebody has it open. */
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
    public void close() throws IOException {
        log.close();
    }
}
