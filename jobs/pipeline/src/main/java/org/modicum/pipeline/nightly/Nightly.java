package org.modicum.pipeline.nightly;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.GivenProofs;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.flag.FlagJob;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.HeldLog;
import org.modicum.pipeline.grant.TrustedRoots;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.home.RunLock;
import org.modicum.pipeline.ingest.IngestJob;
import org.modicum.pipeline.keys.LoggedKeys;
import org.modicum.pipeline.report.ReportJob;
import org.modicum.pipeline.retain.RetainJob;
import org.modicum.pipeline.run.RunMetrics;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.session.Session;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.summarise.LoggedReleases;
import org.modicum.pipeline.summarise.Releases;
import org.modicum.pipeline.summarise.SummariseJob;

/** One run over a home, under its lock: the steps asked for, in order, and a report of the run at the end. */
public final class Nightly {
    private static final DateTimeFormatter RUN_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Nightly() {}

    /** What a run has at hand while it holds the home's lock. */
    public record Open(Settings settings, Home home, Store store, Session session, AuditLog log) {}

    /** What a run does. */
    public interface Work {
        void run(Open open, RunReport report);
    }

    /** What a run is called: by the moment at which it began. */
    public static String runName(Instant started) {
        return RUN_NAME.format(started);
    }

    public static void run(Settings settings, Instant asOf, PrintStream out, Step... steps) {
        Set<Step> wanted = EnumSet.copyOf(List.of(steps));
        run(settings, out, (open, report) -> run(wanted, open, asOf, report));
    }

    /**
     * Does some work under the lock, with the log open and everything in it that happened before.
     *
     * @throws ExitException with {@link ExitCode#NOT_PERMITTED}, at the very end, if something was refused; with
     *     {@link ExitCode#FAILED} if something was not done
     */
    public static void run(Settings settings, PrintStream out, Work work) {
        Instant started = Instant.now();
        RunReport report = new RunReport(runName(started), started);
        Home home = Home.prepare(settings.home());
        try (RunLock lock = RunLock.take(home);
                Temporary temporary = new Temporary(home)) {
            String outcome = "failed";
            Optional<Long> entries = Optional.empty();
            try (AuditLog log = AuditLog.open(settings);
                    Store store =
                            Store.open(settings.store(), settings.retention().rules());
                    Session session = new Session(settings, store, home)) {
                tellIfBegun(log, settings, out);
                Open open = new Open(settings, home, store, session, log);
                logWhatHappened(open, report);
                work.run(open, report);
                entries = Optional.of((long) log.entries().size());
                outcome = "done";
            } finally {
                write(home.runs().resolve(report.run() + ".json"), report, outcome);
                boolean succeeded = outcome.equals("done") && !report.hasRefusals() && !report.hasFailures();
                Optional<Long> logged = entries;
                settings.metrics().ifPresent(file -> new RunMetrics(file).write(report, succeeded, logged));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + home.root() + " could not be given back", e);
        }
        report.print(out);
        if (report.hasRefusals()) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED, "Something was refused, see above. It was not done; the rest was.");
        }
        if (report.hasFailures()) {
            throw new ExitException(ExitCode.FAILED, "Something was not done, see above; the rest was.");
        }
    }

    /** What happened already is logged before anything new happens. */
    private static void logWhatHappened(Open open, RunReport report) {
        Settings settings = open.settings();
        Releases releases = new Releases(open.store());
        open.log().refuseClockSetBack(report.run());
        // Proofs that were given out before this run must be of beginnings of the log that this run has.
        GivenProofs.check(settings.reports(), open.log());
        GivenProofs.check(settings.grants(), open.log());
        GivenProofs.check(settings.retention().certificates(), open.log());
        LoggedSettings.of(settings, open.log(), report.run());
        TrustedRoots.log(settings.authorisation(), new HeldLog(open.log()), Instant.now());
        new LoggedKeys(open.log(), settings.keys()).found();
        new IngestJob(settings, open.home(), open.store(), open.session(), open.log()).repair(report);
        new LoggedReleases(releases, open.log(), report.run()).complete();
        new RetainJob(settings, open.home(), open.store(), open.log()).repair(report);
    }

    private static void run(Set<Step> steps, Open open, Instant asOf, RunReport report) {
        Settings settings = open.settings();
        Releases releases = new Releases(open.store());
        if (steps.contains(Step.INGEST)) {
            new IngestJob(settings, open.home(), open.store(), open.session(), open.log())
                    .run(asOf, releases.weeks(), report);
        }
        if (steps.contains(Step.SUMMARISE)) {
            new SummariseJob(settings, open.store(), open.session(), open.log()).run(asOf, report);
        }
        if (steps.contains(Step.REPORT)) {
            ReportJob reports = new ReportJob(settings, releases, open.log());
            report.step("report", () -> reports.run(report));
        }
        if (steps.contains(Step.FLAG)) {
            GrantFolder folder = new GrantFolder(settings.grants());
            if (folder.unreadable() > 0) {
                report.refused(folder.unreadable() + " among the grants in " + settings.grants()
                        + " cannot be read as a file of at most a megabyte. Look at live/, and take them away.");
            }
            List<Path> grants = folder.grants();
            if (!grants.isEmpty()) {
                new FlagJob(settings, open.store(), open.log(), report).useThoseDue(grants);
            }
        }
        if (steps.contains(Step.RETAIN)) {
            new RetainJob(settings, open.home(), open.store(), open.log()).everyNight(asOf, report);
        }
    }

    /** At once, and not with the run's report: the key is needed whatever becomes of the run. */
    private static void tellIfBegun(AuditLog log, Settings settings, PrintStream out) {
        if (log.hasBegun()) {
            out.println(
                    "The audit log was begun in " + settings.audit() + ". Its public key, for auditors and witnesses:");
            out.println("  " + log.key().vkey());
            out.println();
        }
    }

    private static void write(Path file, RunReport report, String outcome) {
        try {
            AtomicFile.write(file, JSON.writeValueAsBytes(report.asMap(outcome)), AtomicFile.GROUP_READS);
        } catch (IOException e) {
            throw new UncheckedIOException("The run's report " + file + " could not be written", e);
        }
    }
}
