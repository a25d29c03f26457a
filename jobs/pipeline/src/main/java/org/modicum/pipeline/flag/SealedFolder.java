package org.modicum.pipeline.flag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.GivenProofs;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.VerifiedGrant;

/** A folder of what was sealed under grants, in which a file becomes visible once its entry is in the log. */
final class SealedFolder {
    private final Path folder;
    private final AuditLog log;
    private final String run;

    /** {@code sealed/} among the grants, for flags and reports. */
    SealedFolder(Settings settings, AuditLog log, String run) {
        this(settings.grants().resolve("sealed"), log, run);
    }

    SealedFolder(Path folder, AuditLog log, String run) {
        this.folder = folder;
        this.log = log;
        this.run = run;
    }

    /**
     * Logs the file, puts the proof of that in place and then the file, and logs that the use ended.
     *
     * @param more the fields of the entry besides run, grant, case reference and the file's digest
     * @return where the file is
     * @throws ExitException if there is a file of that use, which the log then has forgotten; it is left as it is
     */
    Path put(Kind kind, Map<String, Value> more, VerifiedGrant granted, Sealed sealed) {
        Map<String, Value> fields = new HashMap<>(more);
        fields.putAll(common(granted));
        fields.put("file", Value.of(sealed.digest()));
        Path file = folder.resolve(sealed.name());
        if (Files.exists(file)) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "There is a file " + file + " already, of a use that the audit log does not know: an older log was"
                            + " put back. Restore the right one. Nothing was published.");
        }
        long place = log.append(kind, fields);
        write(
                folder.resolve(sealed.name() + GivenProofs.SUFFIX),
                log.proof(place).text().getBytes(UTF_8));
        write(file, sealed.content());
        Map<String, Value> complete = new HashMap<>(common(granted));
        complete.put("files", Value.of(List.of(sealed.digest())));
        log.append(Kind.GRANT_COMPLETE, complete);
        return file;
    }

    private Map<String, Value> common(VerifiedGrant granted) {
        return Map.of(
                "run", Value.of(run),
                "grant", Value.of(granted.digest()),
                "case_ref", Value.of(granted.grant().caseReference().text()));
    }

    private void write(Path file, byte[] content) {
        try {
            new Home(folder).create(folder);
            AtomicFile.write(file, content, AtomicFile.OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException("The sealed file " + file + " could not be written", e);
        }
    }
}
