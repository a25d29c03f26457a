package org.modicum.pipeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.PublicKeys;
import org.modicum.pipeline.audit.log.LogReader;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.SettingsException;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.SignatureType;
import picocli.CommandLine.Option;

/** The log that an auditor looks at; with {@code --log} no settings are read. */
final class AuditedLog {
    @Option(
            names = "--log",
            paramLabel = "FOLDER",
            description = "The audit log, or a copy of it (default: the one of the settings).")
    Path folder;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = {
                "The log's public key: the line, or a file that has it. Get it from a person (default: the file",
                "public-key beside the log, which says nothing about a log that was replaced together with it)."
            })
    String key;

    private NoteKey found;

    Path folder(Modicum modicum) {
        if (folder == null) {
            folder = folderOfSettings(modicum);
        }
        return folder;
    }

    private Path folderOfSettings(Modicum modicum) {
        try {
            return modicum.settings().audit();
        } catch (SettingsException e) {
            throw new ExitException(
                    ExitCode.SETTINGS,
                    "This machine has no settings of Modicum, or they cannot be read. Give "
                            + (key == null ? "--key LINE, the log's public key as a person gave it to you, and " : "")
                            + "--log FOLDER, a copy of the log (a proof alone needs no log). Or mend: "
                            + e.getMessage(),
                    e);
        }
    }

    NoteKey key(Modicum modicum) {
        if (found == null) {
            found = key == null ? beside(folder(modicum)) : PublicKeys.parse(key, SignatureType.LOG);
        }
        return found;
    }

    private static NoteKey beside(Path log) {
        Path file = log.resolve(AuditLog.PUBLIC_KEY);
        if (!Files.isRegularFile(file)) {
            throw new ExitException(
                    ExitCode.NO_INPUT, "There is no " + file + ". Give the log's public key with --key.");
        }
        System.err.println("Using the key that lies beside the log. Give --key with the line that a person gave you, to"
                + " notice a log that was replaced together with its key.");
        return PublicKeys.parse(file.toString(), SignatureType.LOG);
    }

    /** @throws ExitException with {@link ExitCode#NO_INPUT} if there is no log */
    LogReader reader(Modicum modicum) {
        Path log = folder(modicum);
        if (!Files.exists(log.resolve("checkpoint")) && !Files.exists(log.resolve("tile"))) {
            throw noLog(log);
        }
        return LogReader.of(log, List.of(key(modicum)));
    }

    private static ExitException noLog(Path folder) {
        return new ExitException(
                ExitCode.NO_INPUT,
                "There is no audit log in "
                        + folder.toAbsolutePath().normalize()
                        + ": no file checkpoint, no folder tile. Give its folder with --log.");
    }
}
