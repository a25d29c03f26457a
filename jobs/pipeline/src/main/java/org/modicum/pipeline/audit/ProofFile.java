package org.modicum.pipeline.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.SignedCheckpoint;
import org.modicum.policy.audit.TlogProof;

/**
 * A proof that was checked with the log's public key alone.
 *
 * @param place of the entry in the log
 * @param head the checkpoint it is proven by
 */
public record ProofFile(long place, Entry entry, SignedCheckpoint head) {

    /** @throws ExitException if there is no such file, or it proves nothing */
    public static ProofFile verify(Path file, NoteKey log) {
        try {
            TlogProof proof = TlogProof.parse(Files.readString(file));
            byte[] bytes = proof.extra().orElseThrow(() -> new AuditException("The proof has no entry in it"));
            SignedCheckpoint head = proof.verify(bytes, List.of(log));
            return new ProofFile(proof.index(), Entry.parse(bytes), head);
        } catch (AuditException e) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED, "The proof " + file + " does not hold: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new ExitException(ExitCode.NO_INPUT, "The proof " + file + " could not be read.", e);
        }
    }

    /** @throws ExitException if the entry does not have the digest of this file */
    public void refuseUnlessOf(Path file) {
        if (!entry.digests().contains(digest(file).hex())) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "The proof holds, but it is not of " + file + ": entry " + place + " has other digests. The file"
                            + " was changed, or the proof is of another one.");
        }
    }

    /** @throws ExitException with {@link ExitCode#NO_INPUT} if it cannot be read */
    public static Hash digest(Path file) {
        try {
            return Hash.ofFile(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ExitException(ExitCode.NO_INPUT, "The file " + file + " could not be read.", e);
        }
    }
}
