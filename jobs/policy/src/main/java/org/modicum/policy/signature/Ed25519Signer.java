package org.modicum.policy.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;

/** A private key with its public half. Its text form never shows it. */
public final class Ed25519Signer {
    private final Ed25519Key key;
    private final PrivateKey secret;

    private Ed25519Signer(Ed25519Key key, PrivateKey secret) {
        this.key = key;
        this.secret = secret;
    }

    /** @throws IllegalArgumentException if the two halves do not belong together */
    public static Ed25519Signer of(Ed25519Key key, PrivateKey secret) {
        byte[] probe = key.line().getBytes(US_ASCII);
        if (!key.verifies(probe, Curve.sign(secret, probe))) {
            throw new IllegalArgumentException("The private key does not belong to the public key");
        }
        return new Ed25519Signer(key, secret);
    }

    /** A new key that nobody can guess. */
    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(Curve.ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519, which Java 15 and later must have", e);
        }
    }

    public static Ed25519Signer of(KeyPair pair) {
        return of(new Ed25519Key(Curve.raw(pair.getPublic())), pair.getPrivate());
    }

    public Ed25519Key key() {
        return key;
    }

    public byte[] sign(byte[] message) {
        return Curve.sign(secret, message);
    }

    @Override
    public String toString() {
        return "Ed25519Signer[" + key.line() + ", hidden]";
    }
}
