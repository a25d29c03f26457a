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
import java.util.Set;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.home.RunLock;
import org.modicum.pipeline.ingest.IngestJob;
import org.modicum.pipeline.keys.LoggedKeys;
import org.modicum.pipeline.report.ReportJob;
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

    public static void run(Settings settings, Instant asOf, PrintStream out, Step... steps) {
        Instant started = Instant.now();
        RunReport report = new RunReport(RUN_NAME.format(started), started);
        Home home = Home.prepare(settings.home());
        try (RunLock lock = RunLock.take(home);
                Temporary temporary = new Temporary(home)) {
            String outcome = "failed";
            try (AuditLog log = AuditLog.open(settings);
                    Store store = Store.open(settings.store());
                    Session session = new Session(settings, store, home)) {
                tellIfBegun(log, settings, out);
                run(EnumSet.copyOf(List.of(steps)), settings, home, store, session, log, asOf, report);
                outcome = "done";
            } finally {
                write(home.runs().resolve(report.run() + ".json"), report, outcome);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + home.root() + " could not be given back", e);
        }
        report.print(out);
    }

    private static void run(
            Set<Step> steps,
            Settings settings,
            Home home,
            Store store,
            Session session,
            AuditLog log,
            Instant asOf,
            RunReport report) {
        Releases releases = new Releases(store);
        IngestJob ingest = new IngestJob(settings, home, store, session, log);
        ReportJob reports = new ReportJob(settings, releases, log);
        log.refuseClockSetBack();
        reports.checkProofs();
        // What happened already is logged before anything new happens.
        LoggedSettings.of(settings, log, report.run());
        new LoggedKeys(log, settings.keys()).found();
        ingest.repair(report);
        new LoggedReleases(releases, log, report.run()).complete();
        if (steps.contains(Step.INGEST)) {
            ingest.run(asOf, releases.weeks(), report);
        }
        if (steps.contains(Step.SUMMARISE)) {
            new SummariseJob(settings, store, session, log).run(asOf, report);
        }
        if (steps.contains(Step.REPORT)) {
            report.step("report", () -> reports.run(report));
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
