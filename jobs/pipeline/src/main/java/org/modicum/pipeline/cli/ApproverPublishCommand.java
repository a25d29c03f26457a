package org.modicum.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.Publication;
import org.modicum.pipeline.grant.SiteLog;
import org.modicum.pipeline.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        header = "Put a signed registry or list of revocations in force on this installation.",
        description = {
            "Refused unless the roots signed it, it is the newest that was ever seen here, and, for revocations, it is",
            "fresh and forgets nothing. It is in the audit log before it is in force."
        })
final class ApproverPublishCommand implements Runnable {
    @ParentCommand
    ApproverCommand approver;

    @Parameters(paramLabel = "FILE", description = "What `approver sign` or `grant revoke` wrote.")
    Path file;

    @Override
    public void run() {
        Settings settings = approver.modicum.settings();
        try (GrantLog log = SiteLog.open(settings)) {
            System.out.println(new Publication(settings, log).publish(GrantFolder.read(file), Instant.now()));
        } catch (IOException e) {
            throw SiteLog.notClosed(e);
        }
    }
}
