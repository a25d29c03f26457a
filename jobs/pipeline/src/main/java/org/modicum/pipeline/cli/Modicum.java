package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code modicum}: what all its commands share. */
@Command(
        name = "modicum",
        mixinStandardHelpOptions = true,
        version = "Modicum 0.1.0",
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 1,
        header = "Web-proxy logs in, per-department summaries of social-media use out; nobody recognisable.",
        description = {
            "",
            "First steps:  ./modicum demo      a simulated university, to look at",
            "              ./modicum init DIR  a site of your own, from a few answers",
            "              ./modicum doctor    is everything there for a first run of your own?",
            "              ./modicum nightly   the command for your timer",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done, 64 usage, 65 too many malformed lines, 66 no input, 75 another run holds the lock,",
            "77 no sanction, no valid grant or doubt about the audit log, 78 settings wrong, 1 anything else. Answers go to",
            "standard output, logs to standard error; MODICUM_LOG=json makes the logs JSON lines."
        },
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            NightlyCommand.class,
            IngestCommand.class,
            SummariseCommand.class,
            ReportCommand.class,
            FlagCommand.class,
            SubjectReportCommand.class,
            RetainCommand.class,
            HoldCommand.class,
            GrantCommand.class,
            ApproverCommand.class,
            SynthCommand.class,
            AccuracyCommand.class,
            AuditCommand.class,
            DoctorCommand.class,
            ConfigCommand.class
        })
public final class Modicum implements Runnable {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:MODICUM_CONFIG:-config/modicum.conf}",
            description = "Settings (default: ${DEFAULT-VALUE}).")
    Path config;

    @Spec
    CommandSpec spec;

    Settings settings() {
        return SettingsReader.read(config);
    }

    /** None on a person's own machine, or where they cannot be read. */
    Optional<Settings> settingsIfAny() {
        return SettingsReader.resolve(config, Map.of()).settings();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
