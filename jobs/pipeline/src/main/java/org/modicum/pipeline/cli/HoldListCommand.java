package org.modicum.pipeline.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.SiteLog;
import org.modicum.pipeline.hold.HoldTable;
import org.modicum.pipeline.hold.Holds;
import org.modicum.pipeline.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "What is held, until when, and whose review is overdue. Names no person.",
        description = "Exit code 77 if something in the folder does not count, or a hold was taken away.")
final class HoldListCommand implements Runnable {
    @ParentCommand
    HoldCommand hold;

    @Override
    public void run() {
        Settings settings = hold.modicum.settings();
        Instant now = Instant.now();
        try (GrantLog log = SiteLog.open(settings)) {
            Holds holds = Holds.look(settings, log, now);
            if (holds.book().holds().isEmpty()) {
                System.out.println("No hold was placed.");
            } else {
                HoldTable.print(holds.book().holds(), LocalDate.ofInstant(now, ZoneOffset.UTC), System.out);
            }
            if (!holds.book().problems().isEmpty()) {
                throw new ExitException(
                        ExitCode.NOT_PERMITTED,
                        "Nothing can be deleted until this is mended:\n  "
                                + String.join("\n  ", holds.book().problems()));
            }
        } catch (IOException e) {
            throw SiteLog.notClosed(e);
        }
    }
}
