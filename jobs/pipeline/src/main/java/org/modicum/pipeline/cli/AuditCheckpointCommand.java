package org.modicum.pipeline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "checkpoint",
        mixinStandardHelpOptions = true,
        header = "Print the signed head of the log.",
        description = {
            "Two hundred bytes that fix every entry up to now. Kept by somebody who is not of IT, they show whether",
            "the past was changed: `modicum audit verify --since FILE`."
        })
final class AuditCheckpointCommand implements Runnable {
    @ParentCommand
    AuditCommand audit;

    @Mixin
    AuditedLog log;

    @Override
    public void run() {
        System.out.print(log.reader(audit.modicum).checkpoint().note().encoded());
    }
}
