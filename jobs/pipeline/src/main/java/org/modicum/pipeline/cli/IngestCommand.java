package org.modicum.pipeline.cli;

import org.modicum.pipeline.nightly.Nightly;
import org.modicum.pipeline.nightly.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        header = "Read what is new in the logs of every source.",
        description = "One step of `modicum nightly`, alone.")
final class IngestCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Mixin
    AsOf asOf;

    @Override
    public void run() {
        Nightly.run(modicum.settings(), asOf.orNow(), System.out, Step.INGEST);
    }
}
