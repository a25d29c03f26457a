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
                "Ingest, release the weeks that closed, report, flag under live grants, delete: the command for a timer.",
        description = {
            "Safe to run at any time and as often as you like; what was done is not done again. What is past its time is",
            "deleted under a standing rule alone (`modicum retain propose`). Exit code 77 if a grant or the standing rule",
            "does not hold, 1 if a deletion was stopped or is incomplete: everything else was done."
        })
final class NightlyCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Mixin
    AsOf asOf;

    @Override
    public void run() {
        Nightly.run(modicum.settings(), asOf.orNow(), System.out, Step.values());
    }
}
