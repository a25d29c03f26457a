package org.modicum.pipeline.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.SignedCheckpoint;
import org.modicum.policy.audit.SignedNote;
import org.modicum.policy.audit.TlogProof;

/** An earlier checkpoint that somebody kept: a file of its own, or the one in a proof file. */
public final class KeptCheckpoint {
    private static final String PROOF = "c2sp.org/tlog-proof@";

    private KeptCheckpoint() {}

    /**
     * @param log the log's key, which must have signed it
     * @param witnesses each of which must have signed it
     * @throws ExitException if there is no such file, or a signature is missing or does not hold
     */
    public static SignedCheckpoint read(Path file, NoteKey log, List<NoteKey> witnesses) {
        try {
            String text = Files.readString(file);
            SignedNote note = text.startsWith(PROOF) ? TlogProof.parse(text).checkpoint() : SignedNote.parse(text);
            List<NoteKey> known = new ArrayList<>(witnesses);
            known.add(log);
            SignedCheckpoint signed = SignedCheckpoint.open(note, known);
            for (NoteKey witness : witnesses) {
                if (signed.cosignatures().stream()
                        .noneMatch(one -> one.witness().equals(witness))) {
                    throw new AuditException(witness.name() + " did not sign it");
                }
            }
            return signed;
        } catch (AuditException e) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED, "The checkpoint in " + file + " cannot be trusted: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ExitException(ExitCode.NO_INPUT, "The checkpoint " + file + " could not be read.", e);
        }
    }
}
