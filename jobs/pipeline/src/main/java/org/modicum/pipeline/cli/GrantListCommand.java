package org.modicum.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.SiteLog;
import org.modicum.pipeline.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "The grants that were handed in, and whether they hold now. Prints no names.")
final class GrantListCommand implements Runnable {
    @ParentCommand
    GrantCommand grant;

    @Override
    public void run() {
        Settings settings = grant.modicum.settings();
        List<Path> files = new GrantFolder(settings.grants()).grants();
        if (files.isEmpty()) {
            System.out.println("No grant was handed in.");
            return;
        }
        try (GrantLog log = SiteLog.open(settings)) {
            GrantDesk desk = new GrantDesk(settings, log, "grant list");
            for (Path file : files) {
                System.out.println(file.getFileName() + "  " + desk.standing(GrantFolder.read(file), Instant.now()));
            }
        } catch (IOException e) {
            throw SiteLog.notClosed(e);
        }
    }
}
