package org.modicum.policy.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Ed25519 (RFC 8032) of the JDK, on raw public keys of 32 bytes, without the keys that prove nothing. */
public final class Curve {
    public static final int KEY_BYTES = 32;
    public static final String ALGORITHM = "Ed25519";

    /** What stands before the 32 bytes in the X.509 form of a public key (RFC 8410 section 4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final BigInteger FIELD = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /**
     * The second coordinates of the eight points of small order. For such a key there is one signature that holds for
     * every message, or for one in a few, and the JDK accepts it.
     */
    private static final Set<BigInteger> SMALL_ORDER = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            FIELD.subtract(BigInteger.ONE),
            new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
            new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16));

    private Curve() {}

    /** @throws IllegalArgumentException if the bytes are no point, not the canonical form of one, or a point of small order */
    public static PublicKey publicKey(byte[] raw) {
        if (raw.length != KEY_BYTES) {
            throw new IllegalArgumentException("An Ed25519 public key has " + KEY_BYTES + " bytes, not " + raw.length);
        }
        BigInteger y = second(raw);
        if (y.compareTo(FIELD) >= 0 || SMALL_ORDER.contains(y)) {
            throw new IllegalArgumentException(
                    "The Ed25519 public key is of small order or not canonical: signatures under it"
                            + " prove nothing. Make a new key");
        }
        byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
        System.arraycopy(raw, 0, encoded, X509.length, KEY_BYTES);
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            Signature.getInstance(ALGORITHM).initVerify(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The Ed25519 public key is no point of the curve", e);
        }
    }

    /**
     * The 32 bytes of a key of the JDK.
     *
     * @throws IllegalArgumentException if the key is not of Ed25519
     */
    public static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != X509.length + KEY_BYTES || !Arrays.equals(Arrays.copyOf(encoded, X509.length), X509)) {
            throw new IllegalArgumentException("The public key is not of Ed25519");
        }
        return Arrays.copyOfRange(encoded, X509.length, encoded.length);
    }

    /** Whether the signature holds; one that is malformed does not. */
    public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance(ALGORITHM);
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (SignatureException e) {
            return false; // malformed: so the JDK says that a signature is none
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519, which Java 15 and later must have", e);
        }
    }

    /** @throws IllegalArgumentException if the private key is not of Ed25519 */
    public static byte[] sign(PrivateKey secret, byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance(ALGORITHM);
            ed25519.initSign(secret);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The private key is not of Ed25519", e);
        }
    }

    /** Little-endian, without the sign of the first coordinate in the highest bit (RFC 8032 section 5.1.2). */
    private static BigInteger second(byte[] raw) {
        byte[] reversed = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            reversed[i] = raw[KEY_BYTES - 1 - i];
        }
        reversed[0] &= Byte.MAX_VALUE;
        return new BigInteger(1, reversed);
    }
}
