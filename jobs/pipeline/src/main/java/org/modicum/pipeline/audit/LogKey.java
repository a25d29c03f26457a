package org.modicum.pipeline.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.NoteSigner;
import org.modicum.policy.audit.SignatureType;

/**
 * The log's key, in a folder of its own below the keys: unlike the weeks' keys it is never destroyed, so it may be in a
 * backup. The file has the public key as a line and the private key as PEM (PKCS#8), mode 0600.
 *
 * <p>A new key waits under another name until its log has begun. So a key in its place says that there was a log, and
 * if that log is gone, none begins in its stead.
 */
record LogKey(Path file, NoteSigner signer) {
    private static final String WAITING = ".new";
    private static final String PEM_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String PEM_END = "-----END PRIVATE KEY-----";
    private static final int PEM_WIDTH = 64;

    /**
     * The key of a site's log; made now if there is neither key nor log.
     *
     * @throws ExitException if it is gone, damaged, open to others or of a log of another name, or if its log is gone
     */
    static LogKey of(Settings settings) {
        Path file = settings.keys().resolve("audit").resolve("log.key");
        Path waiting = file.resolveSibling(file.getFileName() + WAITING);
        boolean log = Files.exists(settings.audit().resolve("checkpoint"))
                || Files.exists(settings.audit().resolve("checkpoint.part"))
                || Files.exists(settings.audit().resolve("tile"));
        try {
            if (Files.exists(file)) {
                if (!log) {
                    throw refused("The audit log " + settings.audit() + " is gone, but its key " + file
                            + " is there. Restore the log from a backup: a log does not begin twice.");
                }
                return read(file, file, settings.auditOrigin());
            }
            if (Files.exists(waiting)) {
                return read(waiting, file, settings.auditOrigin());
            }
            if (log) {
                throw refused("The key " + file + " of the audit log " + settings.audit() + " is gone. Restore it"
                        + " from a backup; or begin another log: another folder in modicum.audit, another name in"
                        + " modicum.audit-origin.");
            }
            return make(waiting, file, settings.auditOrigin());
        } catch (IOException e) {
            throw new UncheckedIOException("The audit log's key " + file + " could not be read or made", e);
        }
    }

    /** The log has begun: from now on the key stands for it. */
    void begun() throws IOException {
        Path waiting = file.resolveSibling(file.getFileName() + WAITING);
        if (!Files.exists(file)) {
            Files.move(waiting, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static LogKey make(Path at, Path file, String origin) throws IOException {
        KeyPair pair;
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519, which Java 15 and later must have", e);
        }
        NoteSigner signer = NoteSigner.of(origin, SignatureType.LOG, pair);
        new Home(file.getParent()).create(file.getParent());
        String pem = signer.key().vkey() + "\n" + PEM_BEGIN + "\n"
                + Base64.getMimeEncoder(PEM_WIDTH, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n" + PEM_END + "\n";
        AtomicFile.write(at, pem.getBytes(US_ASCII), AtomicFile.OWNER_ONLY);
        return new LogKey(file, signer);
    }

    private static LogKey read(Path at, Path file, String origin) throws IOException {
        if (!AtomicFile.OWNER_ONLY.containsAll(Files.getPosixFilePermissions(at))) {
            throw refused("The key file " + at + " can be read by others than its owner. Mend it: chmod 600 " + at);
        }
        NoteSigner signer = parse(at);
        if (!signer.key().name().equals(origin)) {
            throw new ExitException(
                    ExitCode.SETTINGS,
                    "modicum.audit-origin is " + origin + ", but the audit log is called "
                            + signer.key().name() + ", and a log keeps its name. Set it back.");
        }
        return new LogKey(file, signer);
    }

    private static NoteSigner parse(Path at) throws IOException {
        try {
            List<String> lines = Files.readAllLines(at, US_ASCII);
            String base64 = lines.stream()
                    .skip(2)
                    .takeWhile(line -> !line.equals(PEM_END))
                    .collect(Collectors.joining());
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return NoteSigner.of(NoteKey.parse(lines.get(0)), secret);
        } catch (GeneralSecurityException | AuditException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "The key file " + at + " is damaged. Restore it from your backup of the keys.",
                    e);
        }
    }

    private static ExitException refused(String message) {
        return new ExitException(ExitCode.NOT_PERMITTED, message + " Nothing was published.");
    }
}
