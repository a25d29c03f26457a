package org.modicum.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modicum.pipeline.auditors.AuditReportJob;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.home.RunLock;
import org.modicum.pipeline.nightly.Nightly;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        header = "Write the auditors' page: what is held, what was done, and whether that can be proven.",
        description = {
            "Pages, CSV and JSON that name nobody, and the record of processing, the figures of an impact assessment and",
            "a notice to staff. Run it on the installation. Exit code 77 if the log, a certificate or something else",
            "that it shows is not as it must be; the page is written all the same, and says so."
        })
final class AuditReportCommand implements Runnable {
    /** For these nothing is wrong with what the page would show. */
    private static final Set<ExitCode> NOT_OF_THE_PAGE = Set.of(ExitCode.LOCKED, ExitCode.USAGE, ExitCode.SETTINGS);

    @ParentCommand
    AuditCommand audit;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write it (default: the folder of the audit log).")
    Path out;

    @Override
    public void run() {
        Settings settings = audit.modicum.settings();
        Path folder = out == null ? settings.audit() : out;
        List<AuditReportJob.Written> written = new ArrayList<>();
        try {
            Nightly.run(settings, System.out, (open, report) -> {
                AuditReportJob job = new AuditReportJob(open.settings(), open.home(), report.run());
                written.add(report.step("audit report", () -> job.write(folder, open.store(), open.log())));
                report.tell("The auditors' page: " + written.get(0).page());
                written.get(0).overdue().forEach(report::warn);
            });
        } catch (RuntimeException e) {
            if (written.isEmpty() && !(e instanceof ExitException exit && NOT_OF_THE_PAGE.contains(exit.code()))) {
                writeInDoubt(settings, folder, e);
            }
            throw e;
        }
        refuseIfWrong(written.get(0));
    }

    private static void writeInDoubt(Settings settings, Path folder, RuntimeException why) {
        Home home = Home.prepare(settings.home());
        try (RunLock lock = RunLock.take(home)) {
            AuditReportJob job = new AuditReportJob(settings, home, Nightly.runName(Instant.now()));
            AuditReportJob.Written written;
            try (Store store = opened(settings)) {
                written = job.writeInDoubt(folder, Optional.ofNullable(store));
            }
            System.out.println("The auditors' page: " + written.page());
            written.wrong().forEach(sentence -> System.out.println("  - " + sentence));
            written.overdue().forEach(sentence -> System.out.println("  - " + sentence));
        } catch (IOException | RuntimeException e) {
            why.addSuppressed(e);
            System.out.println("The auditors' page could not be written either.");
        }
    }

    /** Null if it cannot be opened: the page says then that what is in it is not known. */
    private static Store opened(Settings settings) {
        try {
            return Store.open(settings.store(), settings.retention().rules());
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static void refuseIfWrong(AuditReportJob.Written written) {
        if (!written.wrong().isEmpty()) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED, "Not as it must be:\n  - " + String.join("\n  - ", written.wrong()));
        }
    }
}
