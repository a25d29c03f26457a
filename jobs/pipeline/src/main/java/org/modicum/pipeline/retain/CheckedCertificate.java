package org.modicum.pipeline.retain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.audit.GivenProofs;
import org.modicum.pipeline.audit.ProofFile;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.signature.Ed25519Key;

/**
 * A certificate of deletion, or a notice that one is incomplete, that was checked with the log's public key alone.
 *
 * @param body what was signed
 * @param proof that it was logged; a notice has none
 */
public record CheckedCertificate(byte[] body, Optional<ProofFile> proof) {

    /**
     * Checks the signature and, of a certificate, the proof beside it.
     *
     * @throws ExitException if the proof is not there or does not hold, or is of something else
     * @throws org.modicum.policy.grant.RefusedException if the signature does not hold
     */
    public static CheckedCertificate of(Path file, NoteKey key) {
        Envelope envelope = Envelope.parse(GrantFolder.read(file));
        boolean notice = envelope.claimedType().equals(PayloadType.INCOMPLETE.text());
        byte[] body = envelope.open(
                        notice ? PayloadType.INCOMPLETE : PayloadType.CERTIFICATE, List.of(new Ed25519Key(key.bytes())))
                .body();
        if (notice) {
            return new CheckedCertificate(body, Optional.empty());
        }
        ProofFile proof = ProofFile.verify(Path.of(file + GivenProofs.SUFFIX), key);
        proof.refuseUnlessOf(file);
        if (proof.entry().kind() != Kind.CERTIFICATE) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "The proof beside " + file + " is of no certificate but of this.\n  "
                            + proof.entry().readable());
        }
        return new CheckedCertificate(body, Optional.of(proof));
    }

    /** Whether it says that all is gone. */
    public boolean isComplete() {
        return proof.isPresent();
    }
}
