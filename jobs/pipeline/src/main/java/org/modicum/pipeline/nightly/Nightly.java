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
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.home.RunLock;
import org.modicum.pipeline.ingest.IngestJob;
import org.modicum.pipeline.report.ReportJob;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.session.Session;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
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
            try (Store store = Store.open(settings.store());
                    Session session = new Session(settings, store, home)) {
                run(EnumSet.copyOf(List.of(steps)), settings, home, store, session, asOf, report);
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
            Instant asOf,
            RunReport report) {
        Releases releases = new Releases(store);
        if (steps.contains(Step.INGEST)) {
            new IngestJob(settings, home, store, session).run(asOf, releases.weeks(), report);
        }
        if (steps.contains(Step.SUMMARISE)) {
            new SummariseJob(settings, store, session).run(asOf, report);
        }
        if (steps.contains(Step.REPORT)) {
            report.step("report", () -> new ReportJob(settings, releases).run(report));
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
