package org.modicum.pipeline.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.modicum.pipeline.auditors.AuditReportJob;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.nightly.Nightly;
import org.modicum.pipeline.nightly.Step;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.pipeline.synth.LogStyle;
import org.modicum.pipeline.synth.Synth;
import org.modicum.pipeline.synth.SynthPlan;
import org.modicum.policy.grant.Weeks;
import org.modicum.policy.protocol.IsoWeek;

/**
 * A small university from nothing: simulates its people and their log, writes its settings, and runs the nightly job
 * after every week, as a timer would have; then one grant is executed and one refused, and what is past its time is
 * deleted. What it leaves is a complete site.
 */
public final class Demo {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    /** After the grace time of the default settings: a week is released on the second night after it. */
    private static final Duration AFTER_THE_WEEK = Duration.ofHours(26);

    private Demo() {}

    public static void run(DemoPlan plan, PrintStream out) {
        refuseToOverwrite(plan.out());
        IsoWeek first = IsoWeek.of(plan.today()).plusWeeks(-plan.weeks() - 1);
        LocalDate start = first.monday();
        try {
            Path scratch = Files.createDirectories(plan.out().resolve("synth"));
            out.println("Simulating " + plan.staff() + " people over " + plan.weeks() + " weeks …");
            Synth.write(
                    new SynthPlan(scratch, plan.staff(), start, plan.weeks() * 7, plan.seed(), LogStyle.MIXED, ZONE));
            DemoPeople people = DemoPeople.make(plan.out().resolve("people"));
            Path settings = new DemoSite(plan.out()).write(scratch, first, people.roots());
            DemoCast cast = DemoCast.of(SettingsReader.read(settings), scratch.resolve("truth.csv"));
            runWeekByWeek(plan, first, new DemoAuthority(SettingsReader.read(settings), people, cast), settings, out);
            Files.delete(scratch.resolve("access.log"));
            grants(plan, first, people, cast, settings, out);
            deleteUntilNow(plan, first, settings, out);
            auditorsPage(settings, out);
            tellWhereToLook(plan, settings, out);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo could not be written below " + plan.out(), e);
        }
    }

    private static void runWeekByWeek(
            DemoPlan plan, IsoWeek first, DemoAuthority authority, Path settingsFile, PrintStream out)
            throws IOException {
        Settings settings = SettingsReader.read(settingsFile);
        WeeklyLogs weekly = new WeeklyLogs(
                plan.out().resolve("synth/access.log"), plan.out().resolve("logs"), ZONE);
        for (int i = 0; i < plan.weeks(); i++) {
            IsoWeek week = first.plusWeeks(i);
            weekly.rotateIn(week);
            out.println();
            out.println("── The night after week " + week + " ──");
            Nightly.run(settings, afterWeek(week), out, Step.INGEST, Step.SUMMARISE, Step.REPORT, Step.RETAIN);
            if (i == 0) {
                authority.establish(out);
            }
        }
    }

    /** The nights since the last week, one in seven: what they would have deleted bit by bit is past its time by now. */
    private static void deleteUntilNow(DemoPlan plan, IsoWeek first, Path settingsFile, PrintStream out) {
        Settings settings = SettingsReader.read(settingsFile);
        Instant now = Instant.now();
        Instant night = afterWeek(first.plusWeeks(plan.weeks()));
        out.println();
        out.println("── What is past its time goes ──");
        while (night.isBefore(now)) {
            Nightly.run(settings, night, out, Step.RETAIN);
            night = night.plus(Duration.ofDays(7));
        }
        Nightly.run(settings, now, out, Step.RETAIN);
    }

    private static void auditorsPage(Path settingsFile, PrintStream out) {
        Settings settings = SettingsReader.read(settingsFile);
        out.println();
        out.println("── What auditors see ──");
        Nightly.run(
                settings,
                out,
                (open, report) -> report.tell("The auditors' page: "
                        + new AuditReportJob(open.settings(), open.home(), report.run())
                                .write(settings.audit(), open.store(), open.log())
                                .page()));
    }

    private static void grants(
            DemoPlan plan, IsoWeek first, DemoPeople people, DemoCast cast, Path settingsFile, PrintStream out)
            throws IOException {
        Settings settings = SettingsReader.read(settingsFile);
        IsoWeek last = first.plusWeeks(plan.weeks() - 1L);
        Weeks weeks = new Weeks(plan.weeks() > Weeks.MOST ? last.plusWeeks(1L - Weeks.MOST) : first, last);
        new DemoGrants(settings, people, cast, weeks).run(settingsFile, out);
    }

    private static Instant afterWeek(IsoWeek week) {
        return week.plusWeeks(1).monday().atStartOfDay(ZONE).toInstant().plus(AFTER_THE_WEEK);
    }

    private static void refuseToOverwrite(Path folder) {
        try (Stream<Path> content = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            if (content.findAny().isPresent()) {
                throw new ExitException(
                        ExitCode.USAGE,
                        "The folder " + folder + " is not empty. Remove it, or give another one with --out.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " could not be looked into", e);
        }
    }

    private static void tellWhereToLook(DemoPlan plan, Path settingsFile, PrintStream out) throws IOException {
        Settings settings = SettingsReader.read(settingsFile);
        List<Path> weeks;
        try (Stream<Path> folders = Files.list(settings.reports())) {
            weeks = folders.sorted().toList();
        }
        out.println();
        out.println("Done. Open in a browser:");
        for (Path week : weeks) {
            out.println("  " + week.resolve("index.html"));
        }
        out.println("  " + settings.audit().resolve("index.html") + " (for auditors)");
        out.println();
        out.println(
                "The folder " + plan.out() + " is a complete site. To make it yours: copy it, put your own staff.csv");
        out.println("and protocols there, point `path` in modicum.conf at your log, remove var/, and run");
        out.println("  ./modicum --config " + settingsFile + " doctor");
        out.println("What was done is in the audit log:  ./modicum --config " + settingsFile + " audit show");
        out.println("The simulated people's true minutes are in " + plan.out().resolve("synth/truth.csv") + ".");
    }

    static void text(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
