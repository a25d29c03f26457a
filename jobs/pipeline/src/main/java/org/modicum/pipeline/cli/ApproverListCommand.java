package org.modicum.pipeline.cli;

import java.time.Instant;
import java.util.Optional;
import org.modicum.pipeline.grant.PlainWords;
import org.modicum.policy.grant.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "Who may sign, in which roles, with which keys; checked against the roots.")
final class ApproverListCommand implements Runnable {
    @ParentCommand
    ApproverCommand approver;

    @Mixin
    Trust trust;

    @Override
    public void run() {
        System.out.println(PlainWords.of(Registry.open(
                        trust.registryOrFail(approver.modicum),
                        trust.authorisation(approver.modicum),
                        Optional.empty(),
                        Instant.now())
                .document()));
    }
}
