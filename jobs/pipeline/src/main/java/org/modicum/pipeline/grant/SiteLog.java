package org.modicum.pipeline.grant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.NoteSigner;

/** The audit log of this installation, which must have begun: a grant before the first entry could be used for ever. */
public final class SiteLog {
    private SiteLog() {}

    /** @throws ExitException if there is no log or no key of it, another run has it open, or it is in doubt */
    public static GrantLog open(Settings settings) {
        return FolderLog.open(
                settings.audit(), signer(settings.keys().resolve("audit").resolve("log.key")));
    }

    /** What was done is in the log all the same. */
    public static ExitException notClosed(IOException e) {
        return new ExitException(ExitCode.FAILED, "The audit log could not be closed: " + e.getMessage(), e);
    }

    /** The public key as a line, then the private key in PEM. */
    private static NoteSigner signer(Path file) {
        try {
            if (!AtomicFile.OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new ExitException(
                        ExitCode.NOT_PERMITTED,
                        "The key file " + file + " can be read by others than its owner. Mend it: chmod 600 " + file);
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            String base64 = String.join("", lines.subList(2, lines.size() - 1));
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return NoteSigner.of(NoteKey.parse(lines.get(0)), secret);
        } catch (IOException e) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "There is no audit log yet: its key " + file + " cannot be read. Run `modicum nightly` first.",
                    e);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException | AuditException e) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED, "The key " + file + " of the audit log is damaged. Restore it.", e);
        }
    }
}
