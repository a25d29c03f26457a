package org.modicum.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.SiteLog;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.Refused;
import org.modicum.policy.grant.Verdict;
import org.modicum.policy.grant.VerifiedGrant;
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
                System.out.println(file.getFileName() + "  " + line(desk.look(GrantFolder.read(file), Instant.now())));
            }
        } catch (IOException e) {
            throw SiteLog.notClosed(e);
        }
    }

    private static String line(Verdict verdict) {
        if (verdict instanceof VerifiedGrant held) {
            return "holds until " + held.grant().notAfter() + ", used " + (held.use() - 1) + " of "
                    + held.grant().maxUses();
        }
        return "does not hold: "
                + ((Refused) verdict).reasons().stream().map(Refusal::name).collect(Collectors.joining(", "));
    }
}
