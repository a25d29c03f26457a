package org.modicum.policy.audit;

import java.util.Collection;
import java.util.List;

/**
 * A checkpoint whose signatures hold.
 *
 * @param note as it was signed
 * @param cosignatures those of the known witnesses; a witness may have signed more than once
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note, List<Cosignature> cosignatures) {

    public SignedCheckpoint {
        cosignatures = List.copyOf(cosignatures);
    }

    /**
     * @param known keys of the log, named after its origin, and of witnesses
     * @throws AuditException if no key of the log signed it, a known signature does not hold, it is another log's, or it
     *     is no checkpoint
     */
    public static SignedCheckpoint open(SignedNote note, Collection<NoteKey> known) {
        List<NoteKey> signers = note.verified(known);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        boolean ofLog = signers.stream()
                .anyMatch(key -> key.type() == SignatureType.LOG && key.name().equals(checkpoint.origin()));
        if (!ofLog) {
            throw new AuditException(
                    "The checkpoint of " + checkpoint.origin() + " is not signed by a known key of that log");
        }
        List<Cosignature> cosignatures = signers.stream()
                .filter(key -> key.type() == SignatureType.WITNESS)
                .flatMap(key ->
                        note.signatures().stream().filter(key::claims).map(signature -> Cosignature.of(key, signature)))
                .toList();
        return new SignedCheckpoint(checkpoint, note, cosignatures);
    }
}
