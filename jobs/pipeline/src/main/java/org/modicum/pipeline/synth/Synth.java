package org.modicum.pipeline.synth;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.modicum.policy.protocol.Holidays;

/**
 * Writes the logs of simulated people whose true minutes are known. It simulates people, not lines, and knows nothing of
 * the method that it serves to judge. In memory are the people, the tunnels that are open and the lines of ten minutes,
 * however many days there are.
 */
public final class Synth {
    private static final long SLICE = 600_000;
    private static final int BUFFER = 1 << 20;

    private final SynthPlan plan;
    private final List<Person> people;
    private final List<Life> lives;
    private final List<Path> files = new ArrayList<>();
    private long lines;

    private Synth(SynthPlan plan) {
        Web web = Web.read();
        Timetable timetable = new Timetable(plan.zone(), Holidays.of("gb-eng"));
        this.plan = plan;
        this.people = new University(plan, web).people();
        this.lives = people.stream()
                .map(person -> new Life(person, plan, web, timetable))
                .toList();
    }

    /**
     * Writes access.log, staff.csv, leave.csv, truth.csv and protocols/*.conf; the same plan gives the same bytes.
     *
     * @throws UncheckedIOException if the folder cannot be written to
     */
    public static SynthSummary write(SynthPlan plan) {
        try {
            Files.createDirectories(plan.out());
            return new Synth(plan).write();
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated logs could not be written to " + plan.out(), e);
        }
    }

    private SynthSummary write() throws IOException {
        try (CsvWriter staff = csv("staff.csv");
                CsvWriter leave = csv("leave.csv")) {
            DirectoryFiles.staff(people, staff);
            DirectoryFiles.leave(people, leave);
        }
        files.addAll(new ProtocolFiles(plan).write());
        try (OutputStream log = new BufferedOutputStream(Files.newOutputStream(file("access.log")), BUFFER);
                CsvWriter csv = csv("truth.csv")) {
            TruthFile truth = new TruthFile(csv);
            for (int i = 0; i < plan.days(); i++) {
                live(plan.start().plusDays(i), log, truth);
            }
            untilAllIsClosed(log);
            int staff = (int) people.stream().filter(Person::isStaff).count();
            return new SynthSummary(List.copyOf(files), lines, people.size(), staff, truth.days(), truth.minutes());
        }
    }

    private void live(LocalDate day, OutputStream log, TruthFile truth) throws IOException {
        lives.parallelStream().forEach(life -> life.beginDay(day));
        long midnight = millis(day.plusDays(1));
        for (long now = millis(day); now < midnight; ) {
            now = Math.min(now + SLICE, midnight);
            liveUntil(now, log);
        }
        for (Life life : lives) {
            if (life.attention().isWorkingDay()) {
                truth.write(life.person(), day, life.attention().millisBySite());
            }
        }
    }

    /** The proxy writes a transfer when it ends, be it after the last day. */
    private void untilAllIsClosed(OutputStream log) throws IOException {
        long now = millis(plan.start().plusDays(plan.days()));
        while (lives.stream().anyMatch(life -> life.underWay() > 0)) {
            now += SLICE;
            liveUntil(now, log);
        }
    }

    private void liveUntil(long until, OutputStream log) throws IOException {
        // The order of lives decides between lines of one millisecond, so that the bytes are always the same.
        List<Line> slice = lives.parallelStream()
                .flatMap(life -> life.liveUntil(until).stream())
                .sorted(Comparator.comparingLong(Line::endMillis))
                .toList();
        for (Line line : slice) {
            log.write(line.text());
        }
        lines += slice.size();
    }

    private long millis(LocalDate day) {
        return day.atStartOfDay(plan.zone()).toInstant().toEpochMilli();
    }

    private CsvWriter csv(String name) throws IOException {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file(name), StandardCharsets.UTF_8));
    }

    private Path file(String name) {
        Path file = plan.out().resolve(name);
        files.add(file);
        return file;
    }
}
