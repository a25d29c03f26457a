package org.modicum.pipeline.audit.witness;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.KeptCheckpoint;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.audit.Checkpoint;
import org.modicum.policy.audit.Cosignature;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.SignedCheckpoint;

/** A checkpoint that comes back from a witness: how far somebody else has seen the log is an entry of the log. */
public final class Witnessed {
    private Witnessed() {}

    /**
     * Enters the newest signature of this witness, unless it is there already.
     *
     * @return what was done, for the person at the terminal
     * @throws ExitException if the log or this witness did not sign it, or it is not a beginning of this log
     */
    public static String enter(AuditLog log, Path file, NoteKey witness) {
        SignedCheckpoint seen = KeptCheckpoint.read(file, log.key(), List.of(witness));
        log.refuseUnlessContinues(seen.note(), file.toString());
        Checkpoint checkpoint = seen.checkpoint();
        String cosigned = seen.cosignatures().stream()
                .filter(one -> one.witness().equals(witness))
                .map(Cosignature::time)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .toString();
        String said = witness.name() + " signed the log with " + checkpoint.size() + " entries at " + cosigned;
        Map<String, Value> values = Map.of(
                "witness", Value.of(witness.vkey()),
                "size", Value.of(checkpoint.size()),
                "root", Value.of(checkpoint.root().hex()),
                "cosigned", Value.of(cosigned));
        for (Entry entry : log.entries()) {
            if (entry.kind() == Kind.CHECKPOINT_WITNESSED && entry.values().equals(values)) {
                return said + "; that is in the log already.";
            }
        }
        log.append(Kind.CHECKPOINT_WITNESSED, values);
        return said + "; that is in the log now.";
    }
}
