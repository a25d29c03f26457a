package org.modicum.policy.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A public key of a person or a root. Equal if its bytes are, and as only the canonical encoding of a point is a key,
 * one key is never two.
 *
 * @param bytes 32 bytes as RFC 8032 encodes them; copied on the way in and out
 */
public record Ed25519Key(byte[] bytes) {
    private static final String LABEL = "ed25519 ";
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    /** @throws IllegalArgumentException if the key proves nothing, see {@link Curve#publicKey} */
    public Ed25519Key {
        Curve.publicKey(bytes);
        bytes = bytes.clone();
    }

    /**
     * Reads the line of a public key's file, {@code ed25519 BASE64}, or the key alone in base64 (either alphabet, padded
     * or not) or in hexadecimal digits.
     *
     * @throws IllegalArgumentException if it is none of these, or the key proves nothing
     */
    public static Ed25519Key parse(String line) {
        String text = line.strip();
        String key = text.startsWith(LABEL) ? text.substring(LABEL.length()).strip() : text;
        if (HEX.matcher(key).matches()) {
            return new Ed25519Key(HexFormat.of().parseHex(key));
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A public key is a line like: ed25519 BASE64", e);
        }
        return new Ed25519Key(bytes);
    }

    /** The line that {@link #parse} reads. */
    public String line() {
        return LABEL + base64();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** SHA-256 of the 32 bytes in lower-case hexadecimal digits, by which logs and revocations speak of the key. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether the signature holds for the message. */
    public boolean verifies(byte[] message, byte[] signature) {
        PublicKey key = Curve.publicKey(bytes);
        return Curve.verifies(key, message, signature);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ed25519Key that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return line();
    }
}
