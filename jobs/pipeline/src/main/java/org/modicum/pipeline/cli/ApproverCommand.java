package org.modicum.pipeline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "approver",
        mixinStandardHelpOptions = true,
        header = "Keys of the people who sign, and the registry of them.",
        description = {
            "",
            "An approver, on their own machine:   keygen, then statement; hands over the .pub file in person.",
            "Who keeps the registry:              enrol or remove, which write the draft of a new version.",
            "Two roots, on their own machines:    sign the draft.",
            "On the installation:                 publish; list shows what is in force.",
            ""
        },
        subcommands = {
            ApproverKeygenCommand.class,
            ApproverStatementCommand.class,
            ApproverEnrolCommand.class,
            ApproverRemoveCommand.class,
            ApproverSignCommand.class,
            ApproverPublishCommand.class,
            ApproverListCommand.class
        })
final class ApproverCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which of its commands?");
    }
}
