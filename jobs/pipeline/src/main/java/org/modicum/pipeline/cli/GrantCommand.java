package org.modicum.pipeline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "grant",
        mixinStandardHelpOptions = true,
        header = "Ask for, sign, check and take back the permission to name people.",
        description = {
            "",
            "Who asks:                            request, which writes a draft that allows nothing.",
            "Two or three approvers, each on      sign, which shows in plain words what is signed; all into one",
            "their own machine:                   file.",
            "On the installation:                 submit hands it in; list shows what was handed in.",
            "Anybody, with public keys alone:     show, verify.",
            "A root, on their own machine:        revoke; `approver publish` puts the list in force.",
            ""
        },
        subcommands = {
            GrantRequestCommand.class,
            GrantSignCommand.class,
            GrantShowCommand.class,
            GrantVerifyCommand.class,
            GrantSubmitCommand.class,
            GrantListCommand.class,
            GrantRevokeCommand.class
        })
final class GrantCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which of its commands?");
    }
}
