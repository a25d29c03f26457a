package org.modicum.pipeline.approver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPair;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.keys.EncryptedKey;
import org.modicum.policy.signature.Ed25519Key;
import org.modicum.policy.signature.Ed25519Signer;

/**
 * A person's key in two files: FILE with the private key under a passphrase, mode 0600, and FILE.pub with the public
 * key in one readable line, to be given to whoever asks.
 */
public final class KeyFile {
    private static final String PUBLIC = ".pub";

    private KeyFile() {}

    /**
     * Makes a new key.
     *
     * @throws ExitException if one of the files is there already: a key that is overwritten is lost
     */
    public static Ed25519Key make(Path file, char[] passphrase) {
        checkNew(file);
        KeyPair pair = Ed25519Signer.generate();
        Ed25519Key key = Ed25519Signer.of(pair).key();
        try {
            byte[] pem = EncryptedKey.encrypt(pair.getPrivate(), passphrase).getBytes(StandardCharsets.US_ASCII);
            AtomicFile.write(file.toAbsolutePath(), pem, AtomicFile.OWNER_ONLY);
            AtomicFile.write(
                    publicFile(file).toAbsolutePath(),
                    (key.line() + "\n").getBytes(StandardCharsets.US_ASCII),
                    AtomicFile.GROUP_READS);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " could not be written", e);
        }
    }

    /**
     * The public half of a private key's file, with everything looked at that can be wrong before a passphrase is asked.
     *
     * @throws ExitException if the file is not there, is the public half, or others can read it
     */
    public static Ed25519Key lookAt(Path file) {
        String name = file.toString();
        if (name.endsWith(PUBLIC)) {
            throw new ExitException(
                    ExitCode.USAGE,
                    file + " is the public half of a key; give " + name.substring(0, name.length() - PUBLIC.length())
                            + ".");
        }
        try {
            if (!AtomicFile.OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new ExitException(
                        ExitCode.NOT_PERMITTED,
                        "The key file " + file + " can be read by others than its owner. Mend it: chmod 600 " + file);
            }
            if (!Files.isReadable(publicFile(file))) {
                throw new NoSuchFileException(publicFile(file).toString());
            }
            return readPublic(publicFile(file).toString());
        } catch (IOException e) {
            throw new ExitException(
                    ExitCode.NO_INPUT,
                    "The key " + file + " cannot be read; is it there, with " + file + PUBLIC + "?",
                    e);
        }
    }

    /**
     * Makes sure that a new key can be written, before a passphrase is thought of.
     *
     * @throws ExitException if its folder is not there, or one of its two files is: a key that is overwritten is lost
     */
    public static void checkNew(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new ExitException(
                    ExitCode.USAGE, file + " cannot be written: is there a folder " + folder + ", and is it yours?");
        }
        for (Path there : new Path[] {file, publicFile(file)}) {
            if (Files.exists(there)) {
                throw new ExitException(ExitCode.USAGE, there + " is there already. Choose another name.");
            }
        }
    }

    /**
     * Opens a key.
     *
     * @throws ExitException if others can read the file, the passphrase is wrong, or the two files do not belong
     *     together
     */
    public static Ed25519Signer open(Path file, char[] passphrase) {
        Ed25519Key key = lookAt(file);
        try {
            return Ed25519Signer.of(
                    key,
                    EncryptedKey.decrypt(
                            Files.readString(file, StandardCharsets.US_ASCII), passphrase, file.toString()));
        } catch (IOException e) {
            throw new ExitException(
                    ExitCode.NO_INPUT,
                    "The key " + file + " cannot be read; is it there, with " + file + PUBLIC + "?",
                    e);
        } catch (IllegalArgumentException e) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED, file + " and " + file + PUBLIC + " do not belong together.", e);
        }
    }

    /**
     * A public key as a person gives it: the name of a file, or the line in it.
     *
     * @throws ExitException if it is neither, or proves nothing
     */
    public static Ed25519Key readPublic(String lineOrFile) {
        try {
            boolean line = lineOrFile.startsWith("ed25519 ");
            return Ed25519Key.parse(
                    line ? lineOrFile : Files.readString(Path.of(lineOrFile), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new ExitException(
                    ExitCode.NO_INPUT,
                    lineOrFile + " is neither a file with a public key nor a line like \"ed25519 BASE64\".",
                    e);
        } catch (IllegalArgumentException e) {
            throw new ExitException(ExitCode.NOT_PERMITTED, "Public key " + lineOrFile + ": " + e.getMessage(), e);
        }
    }

    private static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName() + PUBLIC);
    }
}
