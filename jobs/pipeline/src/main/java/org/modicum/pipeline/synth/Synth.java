package org.modicum.pipeline.synth;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.modicum.policy.protocol.Holidays;

/**
 * Writes the logs of simulated people whose true minutes are known. It simulates people, not lines, and knows nothing of
 * the method that it serves to judge. One day is in memory at a time.
 */
public final class Synth {
    private final SynthPlan plan;
    private final List<Person> people;
    private final Holidays holidays = Holidays.of("gb-eng");

    private Synth(SynthPlan plan) {
        this.plan = plan;
        this.people = new University(plan).people();
    }

    /** Writes access.log, staff.csv, leave.csv, truth.csv and protocols/*.conf; the same plan gives the same bytes. */
    public static SynthSummary write(SynthPlan plan) {
        try {
            Files.createDirectories(plan.out());
            Synth synth = new Synth(plan);
            synth.writeDirectory();
            new ProtocolFiles(plan).write();
            return new SynthSummary(synth.writeLogAndTruth(), synth.people.size());
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated logs could not be written to " + plan.out(), e);
        }
    }

    private long writeLogAndTruth() throws IOException {
        long written = 0;
        try (BufferedWriter log = Files.newBufferedWriter(plan.out().resolve("access.log"), StandardCharsets.UTF_8);
                CsvWriter truth = csv("truth.csv")) {
            truth.writeRecord("username", "day", "site", "minutes");
            for (int i = 0; i < plan.days(); i++) {
                List<LogLine> lines = live(plan.start().plusDays(i), truth);
                Collections.sort(lines);
                for (LogLine line : lines) {
                    log.write(line.render());
                }
                written += lines.size();
            }
        }
        return written;
    }

    private List<LogLine> live(LocalDate day, CsvWriter truth) {
        List<LogLine> lines = new ArrayList<>();
        if (!isWorkingDay(day)) {
            return lines;
        }
        for (Person person : people) {
            if (person.worksOn(day)) {
                List<Interval> attention = new ArrayList<>();
                SplittableRandom random =
                        new SplittableRandom(plan.seed() * 1_000_003 + day.toEpochDay() * 100_003 + person.number());
                new PersonDay(person, day, plan.zone(), plan.style(), random).live(lines, attention);
                if (person.staff()) {
                    Truth.minutes(person, day, plan.zone(), attention)
                            .forEach((site, minutes) -> truth.writeRecord(
                                    person.username(),
                                    day.toString(),
                                    site,
                                    String.format(Locale.ROOT, "%.2f", minutes)));
                }
            }
        }
        return lines;
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.isHoliday(day);
    }

    private void writeDirectory() throws IOException {
        try (CsvWriter staff = csv("staff.csv");
                CsvWriter leave = csv("leave.csv")) {
            staff.writeRecord("username", "department", "faculty", "line_manager", "roles", "from", "to");
            leave.writeRecord("username", "from", "to");
            for (Person person : people) {
                if (person.staff()) {
                    String from = person.from().map(LocalDate::toString).orElse("");
                    String to = person.to().map(LocalDate::toString).orElse("");
                    if (person.move().isPresent()) {
                        Person.Move move = person.move().get();
                        member(
                                staff,
                                person,
                                person.department(),
                                from,
                                move.on().minusDays(1).toString());
                        member(staff, person, move.department(), move.on().toString(), to);
                    } else {
                        member(staff, person, person.department(), from, to);
                    }
                    person.away()
                            .ifPresent(away -> leave.writeRecord(
                                    person.username(),
                                    away.from().toString(),
                                    away.to().toString()));
                }
            }
        }
    }

    private static void member(CsvWriter staff, Person person, Department department, String from, String to) {
        staff.writeRecord(
                person.username(),
                department.name(),
                department.faculty(),
                department.manager(),
                person.communications() ? "communications" : "",
                from,
                to);
    }

    private CsvWriter csv(String name) throws IOException {
        Path file = plan.out().resolve(name);
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }
}
