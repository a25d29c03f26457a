package org.modicum.pipeline.grant;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.LogFolder;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.NoteSigner;

/** The audit log's folder, open for writing. Whatever is in doubt about it ends the command. */
final class FolderLog implements GrantLog {
    private final String origin;
    private final LogFolder folder;
    private final List<Entry> entries;

    private FolderLog(String origin, LogFolder folder) {
        this.origin = origin;
        this.folder = folder;
        this.entries = new ArrayList<>(folder.entries());
    }

    /** @throws ExitException if another run has it open, or anything about it is in doubt */
    static FolderLog open(Path path, NoteSigner signer) {
        try {
            LogFolder folder = LogFolder.open(path, signer);
            try {
                return new FolderLog(signer.key().name(), folder);
            } catch (RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (AuditException | IOException e) {
            throw doubt(e);
        }
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public Optional<Instant> lastTime() {
        return folder.lastTime();
    }

    @Override
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    @Override
    public void append(List<Entry> more) {
        try {
            folder.append(more.stream().map(Entry::bytes).toList());
            entries.addAll(more);
        } catch (AuditException e) {
            throw doubt(e);
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }

    private static ExitException doubt(Exception e) {
        return new ExitException(
                ExitCode.NOT_PERMITTED, "The audit log is in doubt: " + e.getMessage() + " Nothing was done.", e);
    }
}
