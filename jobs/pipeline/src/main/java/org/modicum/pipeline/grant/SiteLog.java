package org.modicum.pipeline.grant;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.Settings;

/** The audit log of this installation, which must have begun: a grant before the first entry could be used for ever. */
public final class SiteLog {
    private SiteLog() {}

    /**
     * Opens it for writing. Whoever is trusted from now on is in it.
     *
     * @throws ExitException if there is no log yet, another run has it open, or it is in doubt
     */
    public static GrantLog open(Settings settings) {
        return new HeldLog(held(settings));
    }

    /** As {@link #open}, for whatever else is logged. */
    public static AuditLog held(Settings settings) {
        if (!Files.exists(settings.keys().resolve("audit").resolve("log.key"))) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED, "There is no audit log yet. Run `modicum nightly` first, which begins it.");
        }
        AuditLog log = AuditLog.open(settings);
        TrustedRoots.log(settings.authorisation(), new HeldLog(log), Instant.now());
        return log;
    }

    /** What was done is in the log all the same. */
    public static ExitException notClosed(IOException e) {
        return new ExitException(ExitCode.FAILED, "The audit log could not be closed: " + e.getMessage(), e);
    }
}
