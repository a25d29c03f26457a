package org.modicum.pipeline.audit.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.keys.EncryptedKey;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.NoteSigner;
import org.modicum.policy.audit.SignatureType;

/** A witness's key in a file of their own: the public key as a line, and the private key under a passphrase. */
public final class WitnessKey {
    private WitnessKey() {}

    /**
     * Makes a new key.
     *
     * @param name who the witness is: no white space, no plus sign
     * @return the public key
     * @throws ExitException if there is such a file, or the name is not allowed
     */
    public static NoteKey make(Path file, String name, char[] passphrase) {
        if (Files.exists(file)) {
            throw new ExitException(
                    ExitCode.USAGE, "There is a file " + file + " already; a key is never overwritten.");
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            NoteKey key = NoteSigner.of(name, SignatureType.WITNESS, pair).key();
            String text = key.vkey() + "\n" + EncryptedKey.encrypt(pair.getPrivate(), passphrase);
            AtomicFile.write(file, text.getBytes(US_ASCII), AtomicFile.OWNER_ONLY);
            return key;
        } catch (AuditException e) {
            throw new ExitException(ExitCode.USAGE, e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519, which Java 15 and later must have", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " could not be written", e);
        }
    }

    /** @throws ExitException if there is no such file, it is no witness's key, or the passphrase is wrong */
    public static NoteSigner read(Path file, char[] passphrase) {
        try {
            String text = Files.readString(file, US_ASCII);
            int line = text.indexOf('\n');
            NoteKey key = NoteKey.parse(text.substring(0, Math.max(0, line)));
            if (key.type() != SignatureType.WITNESS) {
                throw new AuditException("it is a log's");
            }
            return NoteSigner.of(key, EncryptedKey.decrypt(text.substring(line + 1), passphrase, file.toString()));
        } catch (AuditException e) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED, "The file " + file + " is no witness's key: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ExitException(ExitCode.NO_INPUT, "The key " + file + " could not be read.", e);
        }
    }
}
