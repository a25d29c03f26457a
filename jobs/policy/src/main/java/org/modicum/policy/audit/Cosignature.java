package org.modicum.policy.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A witness's statement that holds: at this time, this was the longest checkpoint of the log that it had seen, and every
 * shorter one it had seen was its beginning (C2SP tlog-cosignature, cosignature/v1).
 *
 * @param time in whole seconds
 */
public record Cosignature(NoteKey witness, Instant time) {

    /**
     * A witness signs a checkpoint. It must first have checked that the checkpoint is the log's and continues the last
     * one it signed: {@link SignedCheckpoint#open} and {@link Proofs#consistent}.
     *
     * @throws IllegalStateException if the key is not a witness's
     */
    public static SignedNote add(SignedNote checkpoint, NoteSigner witness, Instant time) {
        Checkpoint.parse(checkpoint.text());
        return checkpoint.with(witness.cosign(checkpoint.text(), time));
    }

    static Cosignature of(NoteKey witness, NoteSignature verified) {
        return new Cosignature(
                witness, Instant.ofEpochSecond(ByteBuffer.wrap(verified.bytes()).getLong()));
    }

    /** What the witness signs: the header keeps it apart from every other kind of signature. */
    static byte[] message(String text, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
    }
}
