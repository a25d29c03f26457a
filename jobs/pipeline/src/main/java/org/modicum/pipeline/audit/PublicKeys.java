package org.modicum.pipeline.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.SignatureType;

/** Public keys as people give them: the line itself, or a file that has it as its first line. */
public final class PublicKeys {
    private PublicKeys() {}

    /** @throws ExitException with {@link ExitCode#USAGE} if it is no public key of that kind */
    public static NoteKey parse(String lineOrFile, SignatureType type) {
        try {
            NoteKey key = NoteKey.parse(line(lineOrFile));
            if (key.type() != type) {
                throw new AuditException("it is for the signatures of a "
                        + (type == SignatureType.LOG ? "witness, not of a log" : "log, not of a witness"));
            }
            return key;
        } catch (AuditException e) {
            throw new ExitException(ExitCode.USAGE, "'" + lineOrFile + "' is no public key: " + e.getMessage(), e);
        }
    }

    private static String line(String lineOrFile) {
        try {
            Path file = Path.of(lineOrFile);
            if (Files.isRegularFile(file)) {
                return Files.readString(file).lines().findFirst().orElse("");
            }
        } catch (InvalidPathException e) {
            return lineOrFile; // what is no path may still be a key
        } catch (IOException e) {
            throw new UncheckedIOException("The public key in " + lineOrFile + " could not be read", e);
        }
        return lineOrFile;
    }
}
