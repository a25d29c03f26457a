package org.modicum.policy.pseudonym;

import java.io.Serializable;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * The secret from which one ISO week's pseudonyms are made. Destroying it ends all re-identification of that week.
 *
 * <p>Serialisable because the people of a week are given their pseudonyms on many machines; whoever serialises it keeps
 * the bytes encrypted. Its text form never shows the key, so that it cannot reach a log by accident.
 *
 * @param bytes {@value #BYTES} bytes; copied on the way in and out
 */
public record WeekKey(byte[] bytes) implements Serializable {

    /** As long as the hash: RFC 2104 section 3 advises no shorter key and finds no use in a longer one. */
    public static final int BYTES = 32;

    public WeekKey {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A week's key has " + BYTES + " bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    /** A new key that nobody can guess. */
    public static WeekKey generate() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new WeekKey(bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WeekKey that && MessageDigest.isEqual(bytes, that.bytes);
    }

    /** The same for every key, since a hash of the key may end up in a log. */
    @Override
    public int hashCode() {
        return BYTES;
    }

    @Override
    public String toString() {
        return "WeekKey[hidden]";
    }
}
