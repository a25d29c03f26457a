package org.modicum.policy.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import org.modicum.policy.signature.Curve;
import org.modicum.policy.signature.Ed25519Key;
import org.modicum.policy.signature.Ed25519Signer;

/** The private key of a log or a witness. Its text form never shows it. */
public final class NoteSigner {
    private final NoteKey key;
    private final PrivateKey secret;

    private NoteSigner(NoteKey key, PrivateKey secret) {
        this.key = key;
        this.secret = secret;
    }

    /**
     * @param keys a pair of Ed25519 of the JDK
     * @throws AuditException if the two halves do not belong together, or the name is not allowed
     */
    public static NoteSigner of(String name, SignatureType type, KeyPair keys) {
        try {
            return of(new NoteKey(name, type, Curve.raw(keys.getPublic())), keys.getPrivate());
        } catch (IllegalArgumentException e) {
            throw new AuditException(e.getMessage(), e);
        }
    }

    /**
     * A key that was stored as its two halves.
     *
     * @throws AuditException if they do not belong together
     */
    public static NoteSigner of(NoteKey key, PrivateKey secret) {
        byte[] probe = key.vkey().getBytes(UTF_8);
        if (!Curve.verifies(Curve.publicKey(key.bytes()), probe, Curve.sign(secret, probe))) {
            throw new AuditException("The private key of " + key.name() + " does not belong to its public key");
        }
        return new NoteSigner(key, secret);
    }

    /** A new key that nobody can guess. */
    public static NoteSigner generate(String name, SignatureType type) {
        try {
            return of(name, type, KeyPairGenerator.getInstance(Curve.ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519, which Java 15 and later must have", e);
        }
    }

    public NoteKey key() {
        return key;
    }

    /**
     * The same key, for envelopes. What is signed there begins with {@code DSSEv1} and a space, which the name of no log
     * does, so no signature under one is one under the other.
     *
     * @throws IllegalStateException if this is a witness's key
     */
    public Ed25519Signer forEnvelopes() {
        require(SignatureType.LOG);
        return Ed25519Signer.of(new Ed25519Key(key.bytes()), secret);
    }

    /** @throws IllegalStateException if this is a witness's key, which signs checkpoints with a time alone */
    NoteSignature sign(String text) {
        require(SignatureType.LOG);
        return new NoteSignature(key.name(), key.id(), Curve.sign(secret, text.getBytes(UTF_8)));
    }

    /** @throws IllegalStateException if this is a log's key */
    NoteSignature cosign(String text, Instant time) {
        require(SignatureType.WITNESS);
        long seconds = time.getEpochSecond();
        byte[] value = ByteBuffer.allocate(SignatureType.WITNESS.length())
                .putLong(seconds)
                .put(Curve.sign(secret, Cosignature.message(text, seconds)))
                .array();
        return new NoteSignature(key.name(), key.id(), value);
    }

    @Override
    public String toString() {
        return "NoteSigner[" + key.name() + ", hidden]";
    }

    private void require(SignatureType type) {
        if (key.type() != type) {
            throw new IllegalStateException("The key " + key.name() + " is for another kind of signature");
        }
    }
}
