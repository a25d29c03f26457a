package org.modicum.pipeline.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;

/**
 * A person's private Ed25519 key under a passphrase: PKCS#8 (RFC 5958) in PEM, PBES2 (RFC 8018) with PBKDF2-HMAC-SHA-256 and
 * AES-256-CBC, so that OpenSSL reads it too.
 */
public final class EncryptedKey {
    /** What OWASP asks of PBKDF2-HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
    public static final int ITERATIONS = 600_000;

    private static final int SALT_BYTES = 16;
    private static final int AES_BITS = 256;
    private static final int PEM_WIDTH = 64;
    private static final String BEGIN = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
    private static final String END = "-----END ENCRYPTED PRIVATE KEY-----";

    /** DER of PBES2 and PBKDF2 up to the salt; of iterations, HMAC-SHA-256 and AES-256-CBC up to the IV; of the rest. */
    private static final byte[] BEFORE_SALT =
            HexFormat.of().parseHex("306006092a864886f70d01050d3053303206092a864886f70d01050c30250410");

    private static final byte[] BEFORE_IV =
            HexFormat.of().parseHex("02030927c0300c06082a864886f70d02090500301d060960864801650304012a0410");

    private EncryptedKey() {}

    /** The key in PEM. */
    public static String encrypt(PrivateKey key, char[] passphrase) {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[SALT_BYTES];
        byte[] iv = new byte[SALT_BYTES];
        random.nextBytes(salt);
        random.nextBytes(iv);
        byte[] plain = key.getEncoded();
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ITERATIONS, iv)
                    .doFinal(plain);
            byte[] der = der(salt, iv, encrypted);
            return BEGIN + "\n"
                    + Base64.getMimeEncoder(PEM_WIDTH, new byte[] {'\n'}).encodeToString(der) + "\n" + END + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks PBKDF2 or AES, which every Java has", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /**
     * The key in what {@link #encrypt} or OpenSSL wrote.
     *
     * @param file where the text is from, for messages
     * @throws ExitException with {@link ExitCode#NOT_PERMITTED} if the passphrase is wrong, or it is not such a key
     */
    public static PrivateKey decrypt(String pem, char[] passphrase, String file) {
        try {
            return read(pem, passphrase);
        } catch (GeneralSecurityException e) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "The passphrase is wrong, or " + file + " is damaged or not a key of this program.",
                    e);
        }
    }

    private static PrivateKey read(String pem, char[] passphrase) throws GeneralSecurityException {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new GeneralSecurityException("Not an encrypted private key in PEM");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            AlgorithmParameters parameters = info.getAlgParameters();
            if (parameters == null || !parameters.toString().equals("PBEWithHmacSHA256AndAES_256")) {
                throw new GeneralSecurityException("Not encrypted with PBKDF2-HMAC-SHA-256 and AES-256");
            }
            PBEParameterSpec pbe = parameters.getParameterSpec(PBEParameterSpec.class);
            byte[] iv = ((IvParameterSpec) pbe.getParameterSpec()).getIV();
            byte[] plain = cipher(Cipher.DECRYPT_MODE, passphrase, pbe.getSalt(), pbe.getIterationCount(), iv)
                    .doFinal(info.getEncryptedData());
            try {
                return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(plain));
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new GeneralSecurityException("Not an encrypted private key in PEM", e);
        }
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, int iterations, byte[] iv)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, AES_BITS);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        Arrays.fill(key, (byte) 0);
        return cipher;
    }

    /** Lengths in DER of up to 127 are one byte, up to 255 two; an Ed25519 key needs no more. */
    private static byte[] der(byte[] salt, byte[] iv, byte[] encrypted) {
        int inner = BEFORE_SALT.length + salt.length + BEFORE_IV.length + iv.length + 2 + encrypted.length;
        return ByteBuffer.allocate(inner + 3)
                .put((byte) 0x30)
                .put((byte) 0x81)
                .put((byte) inner)
                .put(BEFORE_SALT)
                .put(salt)
                .put(BEFORE_IV)
                .put(iv)
                .put((byte) 0x04)
                .put((byte) encrypted.length)
                .put(encrypted)
                .array();
    }
}
