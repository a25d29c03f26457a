package org.modicum.policy.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for a person in the tables: HMAC-SHA-256 (RFC 2104, FIPS 180-4) of the user name under the key of one ISO
 * week, cut to 128 bits. Without the key nobody can tell whose it is, not even by trying every name of the staff list,
 * and the pseudonyms of two weeks have nothing in common.
 *
 * <p>128 bits are enough: among a hundred thousand people the chance that two share a pseudonym in a given week is
 * about n² / 2¹²⁹ = 1.5 · 10⁻²⁹. RFC 2104 section 5 asks for no less than half of the hash's bits, which this is.
 */
public final class Pseudonym {

    /** Characters of a pseudonym: 128 bits in base64url without padding (RFC 4648 section 5). */
    public static final int LENGTH = 22;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private Pseudonym() {}

    /**
     * @param key the week's key, {@link WeekKey#BYTES} bytes
     * @param canonicalUser the user name as the staff directory has it, not as the proxy wrote it: two spellings would
     *     become two people
     * @return {@value #LENGTH} characters of the base64url alphabet
     * @throws IllegalArgumentException if the key has another length or the name is blank
     */
    public static String of(byte[] key, String canonicalUser) {
        if (key.length != WeekKey.BYTES) {
            throw new IllegalArgumentException("A week's key has " + WeekKey.BYTES + " bytes, not " + key.length);
        }
        if (canonicalUser.isBlank()) {
            throw new IllegalArgumentException("A pseudonym needs a user name; unauthenticated traffic is nobody's");
        }
        byte[] hash = mac(key).doFinal(canonicalUser.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ", which every Java must have", e);
        }
    }
}
