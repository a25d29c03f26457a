package org.modicum.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.SiteLog;
import org.modicum.pipeline.retain.StandingOrder;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.retention.StandingRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        header = "Put a signed standing rule in force on this installation.",
        description = {
            "It takes the place of the one before, and is in the audit log before it is in force. If it does not hold,",
            "the refusal is logged with its reasons, and the exit code is 77."
        })
final class RetainSubmitCommand implements Runnable {
    @ParentCommand
    RetainCommand retain;

    @Parameters(paramLabel = "FILE", description = "The signed rule.")
    Path file;

    @Override
    public void run() {
        Settings settings = retain.modicum.settings();
        byte[] envelope = GrantFolder.read(file);
        try (AuditLog log = SiteLog.held(settings)) {
            StandingRule rule = new StandingOrder(settings, log).handIn(envelope, "retain submit");
            System.out.println("In force from " + rule.from() + " to " + rule.to()
                    + ": `modicum nightly` deletes what is past its time. Have a new one signed before it ends.");
        } catch (IOException e) {
            throw SiteLog.notClosed(e);
        }
    }
}
