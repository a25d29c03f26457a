package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.modicum.pipeline.doctor.Examination;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.init.NewSite;
import org.modicum.pipeline.init.SiteFolder;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        header = "Write a site of your own from a few answers: settings, protocols, folders. Ends with `doctor`.",
        description = {
            "Asks on a terminal for what the options leave out. Nothing that is there is touched: put your staff.csv",
            "into the folder before, and each department gets a protocol for its line manager to fill in."
        })
final class InitCommand implements Runnable {
    @Parameters(paramLabel = "DIR", description = "The folder of the new site; its settings are DIR/modicum.conf.")
    Path folder;

    @Option(names = "--logs", paramLabel = "GLOB", description = "Squid's log files: '/var/log/squid/access.log*'.")
    String logs;

    @Option(names = "--regulation", paramLabel = "CLAUSE", description = "Which clause permits reading them.")
    String regulation;

    @Option(names = "--dpia", paramLabel = "REF", description = "The data-protection impact assessment.")
    String dpia;

    @Option(names = "--from", paramLabel = "DAY", description = "First day of the sanction. Default: today.")
    LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "First day on which reading is no longer permitted. Default: a year after --from.")
    LocalDate to;

    @Option(
            names = "--origin",
            paramLabel = "NAME",
            description = "Name of the audit log, for good, like example.ac.uk/modicum.")
    String origin;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Default: the machine's time zone.")
    String zone;

    @Option(
            names = "--holidays",
            paramLabel = "CALENDAR",
            defaultValue = "gb-eng",
            description = "Public holidays, or none. Default: ${DEFAULT-VALUE}.")
    String holidays;

    @Override
    public void run() {
        Answers answers = Answers.ofTerminal();
        String where = answers.or(logs, "--logs", "Squid's log files, like /var/log/squid/access.log*");
        String clause =
                answers.or(regulation, "--regulation", "Clause of the ICT Regulations that permits reading them");
        String assessment = answers.or(dpia, "--dpia", "Reference of the data-protection impact assessment");
        String name = answers.or(origin, "--origin", "Name of the audit log, for good, like example.ac.uk/modicum");
        answers.throwIfMissing();
        LocalDate first = from == null ? LocalDate.now() : from;
        SiteFolder site = new SiteFolder(folder);
        site.write(new NewSite(
                Path.of(where).isAbsolute()
                        ? where
                        : Path.of(where).toAbsolutePath().toString(),
                clause,
                assessment,
                first,
                to == null ? first.plusYears(1) : to,
                name,
                zone(),
                holidays));
        Settings settings = SettingsReader.read(site.settings());
        site.writeProtocols(settings.directory());
        site.written().forEach(file -> System.out.println("Wrote " + file));
        System.out.println();
        Examination.run(SettingsReader.read(site.settings()), Instant.now(), System.out, site.settings());
    }

    private ZoneId zone() {
        try {
            return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new ExitException(ExitCode.USAGE, "'" + zone + "' is no time zone; write it like Europe/London.", e);
        }
    }
}
