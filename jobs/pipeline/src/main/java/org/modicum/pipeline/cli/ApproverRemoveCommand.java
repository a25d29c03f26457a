package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.PlainWords;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.policy.grant.Registry;
import org.modicum.policy.grant.UserName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        header = "Draft a new version of the registry without a person.",
        description = "Grants that the person signed hold no longer. To take back one key, use `grant revoke`.")
final class ApproverRemoveCommand implements Runnable {
    @ParentCommand
    ApproverCommand approver;

    @Parameters(paramLabel = "USER", description = "The person's user name.")
    String person;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the draft goes.")
    Path out;

    @Mixin
    Trust trust;

    @Override
    public void run() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Registry registry = Registry.open(
                        trust.registryOrFail(approver.modicum),
                        trust.authorisation(approver.modicum),
                        Optional.empty(),
                        now)
                .document();
        UserName name = new UserName(person);
        if (registry.person(name).isEmpty()) {
            throw new ExitException(ExitCode.USAGE, "The registry has no such person.");
        }
        SignedFile.checkNew(out);
        Registry next = registry.without(name, now);
        SignedFile.writeNew(out, next.body());
        System.out.println(PlainWords.of(next));
        System.out.println("Wrote the draft " + out
                + ". Two roots sign it, each with their own key: modicum approver sign " + out + " --key FILE");
    }
}
