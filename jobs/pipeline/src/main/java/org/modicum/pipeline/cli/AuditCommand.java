package org.modicum.pipeline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        header = "For auditors and witnesses: check the audit log, offline and with public keys alone.",
        description = {
            "",
            "  modicum audit verify --log COPY --key VKEY                         is this log whole?",
            "  modicum audit verify --proof summary.csv.tlog-proof --key VKEY summary.csv",
            "  modicum audit certificate --key VKEY certificates/RUN.json         what was deleted?",
            "  modicum audit show --kind release                                  what does it say?",
            "",
            "With --log no settings are needed: any laptop will do. docs/reference/audit-log.md has the format, and what",
            "the log cannot do."
        },
        subcommands = {
            AuditVerifyCommand.class,
            AuditShowCommand.class,
            AuditCertificateCommand.class,
            AuditReportCommand.class,
            AuditProveCommand.class,
            AuditCheckpointCommand.class,
            AuditWitnessCommand.class,
            AuditKeygenCommand.class
        })
final class AuditCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command of audit?");
    }
}
