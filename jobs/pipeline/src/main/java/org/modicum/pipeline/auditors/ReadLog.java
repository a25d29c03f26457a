package org.modicum.pipeline.auditors;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.PublicKeys;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.LogReader;
import org.modicum.pipeline.audit.log.Problem;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.Checkpoint;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.SignatureType;

/**
 * The audit log as it is read for the report, without writing to it. If it does not hold it has no entries here: what
 * somebody may have put in is not told.
 *
 * @param key that lies beside it; empty if none is there
 * @param head its signed head; empty if it does not hold
 */
record ReadLog(Optional<NoteKey> key, Optional<Checkpoint> head, List<Entry> entries, List<String> problems)
        implements GrantLog {

    static ReadLog of(Path folder) {
        Path file = folder.resolve(AuditLog.PUBLIC_KEY);
        if (!Files.isRegularFile(file)) {
            return inDoubt(Optional.empty(), List.of("There is no audit log, or its public key is not beside it."));
        }
        try {
            NoteKey key = PublicKeys.parse(file.toString(), SignatureType.LOG);
            LogReader reader = LogReader.of(folder, List.of(key));
            List<Problem> problems = reader.verify();
            if (!problems.isEmpty()) {
                return inDoubt(
                        Optional.of(key),
                        problems.stream()
                                .map(problem -> problem.what() + ": " + problem.message() + ".")
                                .toList());
            }
            return new ReadLog(
                    Optional.of(key), Optional.of(reader.checkpoint().checkpoint()), reader.entries(), List.of());
        } catch (ExitException | AuditException e) {
            return inDoubt(Optional.empty(), List.of("What lies beside the log is no public key of a log."));
        } catch (UncheckedIOException e) {
            return inDoubt(Optional.empty(), List.of("The audit log could not be read."));
        }
    }

    private static ReadLog inDoubt(Optional<NoteKey> key, List<String> problems) {
        return new ReadLog(key, Optional.empty(), List.of(), problems);
    }

    boolean holds() {
        return head.isPresent();
    }

    Stream<Entry> of(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind);
    }

    @Override
    public String origin() {
        return key.map(NoteKey::name).orElse("");
    }

    @Override
    public Optional<Instant> lastTime() {
        return entries.stream().map(Entry::time).max(Comparator.naturalOrder());
    }

    /** @throws IllegalStateException always: who reads does not write */
    @Override
    public void append(List<Entry> more) {
        throw new IllegalStateException("The log is read here, and not written");
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
