package org.modicum.pipeline.cli;

import org.modicum.pipeline.nightly.Nightly;
import org.modicum.pipeline.nightly.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        header = "Write the pages and files of every release.",
        description = "One step of `modicum nightly`, alone.")
final class ReportCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Mixin
    AsOf asOf;

    @Override
    public void run() {
        Nightly.run(modicum.settings(), asOf.orNow(), System.out, Step.REPORT);
    }
}
