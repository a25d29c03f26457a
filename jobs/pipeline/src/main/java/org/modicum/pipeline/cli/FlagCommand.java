package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.modicum.pipeline.flag.FlagJob;
import org.modicum.pipeline.nightly.Nightly;
import org.modicum.pipeline.nightly.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "flag",
        mixinStandardHelpOptions = true,
        header = "Name people under a grant: who was above the threshold, sealed to the grant's recipient.",
        description = {
            "",
            "Without GRANT:  one step of `modicum nightly`, alone: uses the grants that were handed in for which there",
            "                is a released week that no use has covered. The last use of a grant waits until all its",
            "                weeks are there.",
            "With GRANT:     uses that grant now. A use counts whatever becomes of it.",
            "",
            "What comes of it is one file below grants/sealed/, encrypted with age, and there is one whether or not",
            "anybody is above. Names are printed nowhere. Exit code 77 if a grant does not hold; the reasons are logged.",
            ""
        },
        subcommands = {FlagOpenCommand.class, FlagKeygenCommand.class})
final class FlagCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Parameters(paramLabel = "GRANT", arity = "0..*", description = "A signed grant, handed in or not.")
    List<Path> grants = List.of();

    @Override
    public void run() {
        if (grants.isEmpty()) {
            Nightly.run(modicum.settings(), Instant.now(), System.out, Step.FLAG);
            return;
        }
        Nightly.run(modicum.settings(), System.out, (open, report) -> {
            FlagJob job = new FlagJob(open.settings(), open.store(), open.log(), report);
            grants.forEach(job::use);
        });
    }
}
