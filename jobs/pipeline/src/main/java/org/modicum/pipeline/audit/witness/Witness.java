package org.modicum.pipeline.audit.witness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.audit.log.LogReader;
import org.modicum.pipeline.audit.log.Problem;
import org.modicum.policy.audit.Cosignature;
import org.modicum.policy.audit.NoteSigner;
import org.modicum.policy.audit.SignedCheckpoint;

/**
 * A second party that keeps the last checkpoint it signed, and signs the next only if that is the log it knew with more
 * at its end (C2SP tlog-cosignature).
 */
public final class Witness {
    private final LogReader log;

    /** @param log with the key of the log that the witness was given by a person */
    public Witness(LogReader log) {
        this.log = log;
    }

    /**
     * What speaks against signing; nothing if all is well.
     *
     * @param head the checkpoint that is to be signed, as it was read from the log
     * @param kept the checkpoint that the witness kept; nothing the first time
     */
    public List<Problem> objections(SignedCheckpoint head, Optional<SignedCheckpoint> kept) {
        List<Problem> problems = new ArrayList<>(log.verify());
        if (problems.isEmpty()) {
            // The log may have grown since the checkpoint was read: both are beginnings of what it is now.
            problems.addAll(log.consistency(head.checkpoint()));
            kept.ifPresent(old -> problems.addAll(log.consistency(old.checkpoint())));
            kept.filter(old -> old.checkpoint().size() > head.checkpoint().size())
                    .ifPresent(old -> problems.add(new Problem(
                            Problem.What.TRUNCATED,
                            "The log has " + head.checkpoint().size() + " entries, and had "
                                    + old.checkpoint().size())));
        }
        return List.copyOf(problems);
    }

    /** The checkpoint with the witness's signature. */
    public static String cosigned(SignedCheckpoint head, NoteSigner witness, Instant time) {
        return Cosignature.add(head.note(), witness, time).encoded();
    }
}
