package org.modicum.policy.grant;

import java.util.Arrays;
import java.util.Optional;
import org.modicum.policy.signature.Ed25519Key;

/**
 * One signature of an envelope.
 *
 * @param keyId the digest of the key, as a hint; if it is there, no other key is tried
 * @param bytes 64 bytes; copied on the way in and out
 */
record EnvelopeSignature(Optional<String> keyId, byte[] bytes) {
    static final int BYTES = 64;

    /** @throws RefusedException if it has another length */
    EnvelopeSignature {
        if (bytes.length != BYTES) {
            throw new RefusedException(
                    Refusal.NOT_AN_ENVELOPE, "A signature has " + bytes.length + " bytes, not " + BYTES + ".");
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    boolean mayBeOf(Ed25519Key key) {
        return keyId.isEmpty() || keyId.get().equals(key.digest());
    }

    boolean isOf(Ed25519Key key, byte[] message) {
        return mayBeOf(key) && key.verifies(message, bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnvelopeSignature that && keyId.equals(that.keyId) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
