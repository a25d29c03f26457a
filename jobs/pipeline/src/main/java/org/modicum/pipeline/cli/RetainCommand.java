package org.modicum.pipeline.cli;

import java.io.PrintStream;
import java.time.Instant;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.nightly.Nightly;
import org.modicum.pipeline.retain.RetainJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "retain",
        mixinStandardHelpOptions = true,
        header = "Say what has to be deleted; delete it, make sure and certify it.",
        description = {
            "Without --execute nothing is deleted: the plan is printed, and its digest. Exit code 1 if the plan is",
            "another one by now, something looks wrong, or not all is gone afterwards; 77 if a hold does not count.",
            "",
            "So that `modicum nightly` deletes by itself, two people sign the rules: propose, sign, submit."
        },
        subcommands = {RetainProposeCommand.class, RetainSignCommand.class, RetainSubmitCommand.class})
final class RetainCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Mixin
    AsOf asOf;

    @Option(
            names = "--execute",
            paramLabel = "DIGEST",
            description = "Carry out exactly the plan of this digest, or nothing.")
    String digest;

    @Override
    public void run() {
        Instant moment = asOf.orNow();
        if (moment.isAfter(Instant.now())) {
            throw new ExitException(
                    ExitCode.USAGE, "--as-of " + moment + " is in the future: what is not due yet would be deleted.");
        }
        PrintStream out = System.out;
        Nightly.run(modicum.settings(), out, (open, report) -> {
            RetainJob job = new RetainJob(open.settings(), open.home(), open.store(), open.log());
            if (digest == null) {
                job.plan(moment, out);
            } else {
                job.execute(moment, digest, report);
            }
        });
    }
}
