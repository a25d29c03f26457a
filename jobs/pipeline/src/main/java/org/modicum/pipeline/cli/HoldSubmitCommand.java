package org.modicum.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.SiteLog;
import org.modicum.pipeline.hold.HoldDesk;
import org.modicum.pipeline.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        header =
                "Put a hold, or the lift of one, in force: it is checked in full, logged, and kept in the folder of holds.",
        description = "If it does not count, the refusal is logged with its reasons, and the exit code is 77.")
final class HoldSubmitCommand implements Runnable {
    @ParentCommand
    HoldCommand hold;

    @Parameters(paramLabel = "FILE", description = "What two people signed.")
    Path file;

    @Override
    public void run() {
        Settings settings = hold.modicum.settings();
        try (GrantLog log = SiteLog.open(settings)) {
            System.out.println(new HoldDesk(settings, log).handIn(GrantFolder.read(file), Instant.now()));
        } catch (IOException e) {
            throw SiteLog.notClosed(e);
        }
    }
}
