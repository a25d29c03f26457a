package org.modicum.pipeline.cli;

import org.modicum.pipeline.nightly.Nightly;
import org.modicum.pipeline.nightly.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        header =
                "Ingest new logs, release the weeks that closed, report, flag under live grants: the command for a timer.",
        description = {
            "Safe to run at any time and as often as you like; what was done is not done again. Exit code 77 if a grant",
            "that should have been used does not hold: nobody was named under it, everything else was done."
        })
final class NightlyCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Mixin
    AsOf asOf;

    @Override
    public void run() {
        Nightly.run(modicum.settings(), asOf.orNow(), System.out, Step.INGEST, Step.SUMMARISE, Step.REPORT, Step.FLAG);
    }
}
