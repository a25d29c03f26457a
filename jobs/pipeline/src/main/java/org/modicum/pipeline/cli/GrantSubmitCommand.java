package org.modicum.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.SiteLog;
import org.modicum.pipeline.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        header = "Hand a signed grant in: it is checked in full, logged, and kept for the next run.",
        description = "If it does not hold, the refusal is logged with its reasons, and the exit code is 77.")
final class GrantSubmitCommand implements Runnable {
    @ParentCommand
    GrantCommand grant;

    @Parameters(paramLabel = "FILE", description = "The signed grant.")
    Path file;

    @Override
    public void run() {
        Settings settings = grant.modicum.settings();
        byte[] envelope = GrantFolder.read(file);
        try (GrantLog log = SiteLog.open(settings)) {
            Path there = new GrantDesk(settings, log, "grant submit").handIn(envelope, Instant.now());
            System.out.println("The grant holds and was handed in: " + there);
        } catch (ExitException e) {
            throw new GivenFile(file, envelope)
                    .insteadOfASignedGrant()
                    .map(instead -> new ExitException(e.code(), e.getMessage() + "\n" + instead, e))
                    .orElse(e);
        } catch (IOException e) {
            throw SiteLog.notClosed(e);
        }
    }
}
