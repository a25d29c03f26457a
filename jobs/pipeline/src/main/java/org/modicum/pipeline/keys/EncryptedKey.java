package org.modicum.pipeline.keys;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;

/**
 * A person's private Ed25519 key under a passphrase: PKCS#8 with PBES2 (RFC 8018), PBKDF2 over HMAC-SHA-256 and AES-256,
 * as PEM. {@code openssl pkey} reads it too.
 */
public final class EncryptedKey {
    private static final String SCHEME = "PBEWithHmacSHA256AndAES_256";
    private static final String BEGIN = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";
    private static final String END = "\n-----END ENCRYPTED PRIVATE KEY-----\n";
    private static final int PEM_WIDTH = 64;
    private static final int SALT_BYTES = 16;
    private static final int IV_BYTES = 16;

    /** What OWASP advises for PBKDF2 with HMAC-SHA-256. */
    private static final int ITERATIONS = 600_000;

    private EncryptedKey() {}

    public static String encrypt(PrivateKey key, char[] passphrase) {
        try {
            SecureRandom random = new SecureRandom();
            PBEParameterSpec parameters = new PBEParameterSpec(
                    bytes(random, SALT_BYTES), ITERATIONS, new IvParameterSpec(bytes(random, IV_BYTES)));
            Cipher cipher = Cipher.getInstance(SCHEME);
            cipher.init(Cipher.ENCRYPT_MODE, secret(passphrase), parameters);
            byte[] encrypted = cipher.doFinal(key.getEncoded());
            // The JDK knows the parameters under the scheme's own name, but writes them under that of PBES2 alone.
            AlgorithmParameters written = AlgorithmParameters.getInstance("PBES2");
            written.init(cipher.getParameters().getEncoded());
            byte[] encoded = new EncryptedPrivateKeyInfo(written, encrypted).getEncoded();
            return BEGIN + Base64.getMimeEncoder(PEM_WIDTH, new byte[] {'\n'}).encodeToString(encoded) + END;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java cannot encrypt a private key with " + SCHEME, e);
        }
    }

    /**
     * @param file where the text is from, for messages
     * @throws ExitException with {@link ExitCode#NOT_PERMITTED} if the passphrase is wrong or the text is no such key
     */
    public static PrivateKey decrypt(String pem, char[] passphrase, String file) {
        try {
            if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
                throw refused(file + " has no encrypted private key", null);
            }
            String base64 = pem.substring(BEGIN.length(), pem.length() - END.length());
            EncryptedPrivateKeyInfo info =
                    new EncryptedPrivateKeyInfo(Base64.getMimeDecoder().decode(base64));
            AlgorithmParameters parameters = info.getAlgParameters();
            // For PBES2 the JDK has the name of the scheme in the parameters' text alone.
            if (parameters == null || !parameters.toString().equals(SCHEME)) {
                throw refused(file + " is encrypted in another way than " + SCHEME, null);
            }
            Cipher cipher = Cipher.getInstance(SCHEME);
            cipher.init(Cipher.DECRYPT_MODE, secret(passphrase), parameters);
            return KeyFactory.getInstance("Ed25519").generatePrivate(info.getKeySpec(cipher));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw refused("The passphrase of " + file + " is wrong, or the file is damaged", e);
        }
    }

    private static SecretKey secret(char[] passphrase) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        try {
            return SecretKeyFactory.getInstance(SCHEME).generateSecret(spec);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] bytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static ExitException refused(String message, Exception cause) {
        return new ExitException(ExitCode.NOT_PERMITTED, message + ".", cause);
    }
}
