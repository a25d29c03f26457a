package org.modicum.pipeline.grant;

import java.time.Instant;
import java.util.Optional;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.Circumstances;

/** The machine on which grants are used: it knows everything that a verification looks at. */
public final class Installation {
    private Installation() {}

    /** What is known now, with the log held open. */
    public static Circumstances circumstances(Settings settings, GrantLog log, Instant now) {
        GrantFolder folder = new GrantFolder(settings.grants());
        return new Circumstances(
                now,
                settings.authorisation(),
                folder.registry(),
                folder.revocations(),
                Optional.of(log.origin()),
                Optional.of(LogHistory.of(log)),
                Optional.of(new DirectoryRecords(
                        StaffDirectory.read(settings.directory()), UserNames.of(settings.directory()))),
                Runtime.version());
    }
}
