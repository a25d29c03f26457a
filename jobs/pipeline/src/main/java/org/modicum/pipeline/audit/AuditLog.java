package org.modicum.pipeline.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.LogFolder;
import org.modicum.pipeline.audit.log.Problem;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.Checkpoint;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.NoteSigner;
import org.modicum.policy.audit.SignedCheckpoint;
import org.modicum.policy.audit.SignedNote;
import org.modicum.policy.audit.TlogProof;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.PayloadType;

/**
 * The audit log as a run has it open: no other run can write it meanwhile, so what is counted stays counted. Whatever is
 * wrong with the log ends the run with {@link ExitCode#NOT_PERMITTED}; no method here returns while in doubt.
 *
 * <p>For one thread. Nothing may be shown that has an entry before {@link #append} has returned.
 */
public final class AuditLog implements Closeable {
    /** The file in the log's folder that has its public key. */
    public static final String PUBLIC_KEY = "public-key";

    private final Path folder;
    private final NoteSigner signer;
    private final LogFolder log;
    private final List<Entry> entries;
    private final boolean begun;
    private final Instant opened = Instant.now();
    private final long openedAt = System.nanoTime();

    private AuditLog(Path folder, NoteSigner signer, LogFolder log) {
        this.folder = folder;
        this.signer = signer;
        this.log = log;
        this.entries = new ArrayList<>(log.entries());
        this.begun = entries.isEmpty();
    }

    /**
     * Opens a site's log, mends what a crash left, and checks every entry against the checkpoint. Makes the key and
     * begins the log if there is neither, with the key's entry as the first.
     *
     * @throws ExitException if another run has it open, or anything about it is in doubt
     */
    public static AuditLog open(Settings settings) {
        return orRefuse(settings.audit(), () -> {
            LogKey key = LogKey.of(settings);
            LogFolder folder = LogFolder.open(settings.audit(), key.signer());
            try {
                key.begun();
                AuditLog log = new AuditLog(settings.audit(), key.signer(), folder);
                log.begin();
                return log;
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        });
    }

    /** Whether this opening began the log. */
    public boolean hasBegun() {
        return begun;
    }

    /** The public key, whose name is the log's. */
    public NoteKey key() {
        return signer.key();
    }

    /** The time that an entry of this moment bears. While the log is open it does not run backwards. */
    public Instant now() {
        return opened.plus(Duration.ofNanos(System.nanoTime() - openedAt));
    }

    /**
     * Adds one entry of this moment.
     *
     * @return its place, once it is in the log for good
     * @throws ExitException if it may not be in the log; the log is of no more use then
     */
    public long append(Kind kind, Map<String, Value> values) {
        // What concerns grants may bear a moment that is a little ahead; an entry before it would be a fault for good.
        Instant now = now();
        Instant time = lastTime().filter(now::isBefore).orElse(now);
        return append(List.of(new Entry(time, kind, values))).get(0);
    }

    /** As {@link #append(Kind, Map)}, for several entries at once; their places are in their order. */
    public List<Long> append(List<Entry> more) {
        List<Long> places = orRefuse(
                folder, () -> log.append(more.stream().map(Entry::bytes).toList()));
        entries.addAll(more);
        return places;
    }

    /** Signs a document with the log's own key: the machine states it, and nobody vouches for it in person. */
    public Envelope sign(PayloadType type, byte[] body) {
        return Envelope.sign(type, body, signer.forEnvelopes());
    }

    /** All entries, those of this run too; the place of an entry in the log is its place in the list. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Proof that an entry is in the log as it is now, with the entry in it. */
    public TlogProof proof(long index) {
        return orRefuse(folder, () -> TlogProof.parse(log.proof(index)));
    }

    /** The latest time of any entry: one that was written under a clock that was set back does not make it right. */
    public Optional<Instant> lastTime() {
        return entries.stream().map(Entry::time).max(Comparator.naturalOrder());
    }

    /** The signed head of the log as it is now. */
    public SignedCheckpoint checkpoint() {
        return orRefuse(folder, log::checkpoint);
    }

    /**
     * Ends a run whose clock says less than the latest entry does: when it thinks it is may not be true.
     *
     * @throws ExitException if so; the entry of it is in the log then
     */
    public void refuseClockSetBack(String run) {
        Instant now = now();
        lastTime().filter(now::isBefore).ifPresent(last -> {
            append(Kind.RUN_REFUSED, Map.of("run", Value.of(run), "reason", Value.of("clock set back")));
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "The clock says " + now + ", but the latest entry of the audit log " + folder + " is of " + last
                            + ": the clock was set back, or was ahead before. Nothing was published. Set the clock right;"
                            + " if it was ahead, wait until that time has passed.");
        });
    }

    /**
     * Ends a run whose log is not one that was seen before with more at its end: entries were taken away, or the past was
     * written anew.
     *
     * @param seen a checkpoint whose signatures hold
     * @param where it was found, for the message
     * @throws ExitException if so
     */
    public void refuseUnlessContinues(SignedNote seen, String where) {
        List<Problem> problems = orRefuse(folder, () -> log.consistency(Checkpoint.parse(seen.text())));
        if (!problems.isEmpty()) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "The audit log " + folder + " does not continue the checkpoint in " + where + ". "
                            + problems.get(0).message() + ". Nothing was published. Restore the log as it was; if that"
                            + " cannot be done, begin another: another folder in modicum.audit, another name in"
                            + " modicum.audit-origin, the old key moved away.");
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private void begin() throws IOException {
        Path publicKey = folder.resolve(PUBLIC_KEY);
        if (!Files.exists(publicKey)) {
            AtomicFile.write(publicKey, (key().vkey() + "\n").getBytes(UTF_8), AtomicFile.GROUP_READS);
        }
        if (entries.isEmpty()) {
            append(
                    Kind.KEY_EVENT,
                    Map.of(
                            "event", Value.of("made"),
                            "purpose", Value.of("audit log"),
                            "key", Value.of(key().vkey())));
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T orRefuse(Path folder, Work<T> work) {
        try {
            return work.run();
        } catch (AuditException | IOException | UncheckedIOException e) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "The audit log " + folder + " is in doubt: " + e.getMessage() + reason(e)
                            + "\nNothing more was published.",
                    e);
        }
    }

    private static String reason(Exception e) {
        return e.getCause() instanceof IOException cause
                ? " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")"
                : "";
    }
}
