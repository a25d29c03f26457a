package org.modicum.pipeline.cli;

import org.modicum.pipeline.nightly.Nightly;
import org.modicum.pipeline.nightly.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "summarise",
        mixinStandardHelpOptions = true,
        header = "Release the ISO weeks that closed and have not been released.",
        description = "One step of `modicum nightly`, alone.")
final class SummariseCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Mixin
    AsOf asOf;

    @Override
    public void run() {
        Nightly.run(modicum.settings(), asOf.orNow(), System.out, Step.SUMMARISE);
    }
}
