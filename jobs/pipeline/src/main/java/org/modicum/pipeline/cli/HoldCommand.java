package org.modicum.pipeline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "hold",
        mixinStandardHelpOptions = true,
        header = "Keep for longer what the rules would delete; lift that again; see what is held.",
        description = {
            "",
            "The first of two people:             place, which asks, shows what is signed, and signs a new hold; or lift,",
            "                                     which does the same to end one.",
            "The second, of another role:         sign, which shows it again, and signs into the same file.",
            "On the installation:                 submit puts it in force; list shows what holds.",
            "One person's rows, under a grant:    copy, so that everybody else's can go.",
            ""
        },
        subcommands = {
            HoldPlaceCommand.class,
            HoldLiftCommand.class,
            HoldSignCommand.class,
            HoldSubmitCommand.class,
            HoldListCommand.class,
            HoldCopyCommand.class
        })
final class HoldCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which of its commands?");
    }
}
