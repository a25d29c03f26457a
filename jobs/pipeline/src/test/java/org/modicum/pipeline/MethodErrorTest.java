package org.modicum.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.pipeline.settings.Problems;
import org.modicum.pipeline.sites.SitesFile;
import org.modicum.pipeline.synth.LogStyle;
import org.modicum.pipeline.synth.Synth;
import org.modicum.pipeline.synth.SynthPlan;
import org.modicum.policy.attention.ActiveMinutes;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.attention.Attention;
import org.modicum.policy.attention.DayMinutes;
import org.modicum.policy.attention.Hit;
import org.modicum.policy.attention.Marks;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.protocol.Holidays;
import org.modicum.policy.protocol.TimeRange;
import org.modicum.policy.protocol.WorkingTime;

/** The method against simulated people whose true minutes are known; prints what docs/reference/method.md publishes. */
class MethodErrorTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final UserNames NAMES = new UserNames(true, true, true);
    private static final WorkingTime WORKING_TIME = new WorkingTime(
            ZONE,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(TimeRange.parse("09:00-12:00"), TimeRange.parse("13:00-17:00")),
            Holidays.none());

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(LogStyle.class)
    void theEstimateIsWithinTwoMinutesADayAndLeansToNeitherSide(LogStyle style) throws IOException {
        Synth.write(new SynthPlan(folder, 200, LocalDate.parse("2026-03-02"), 12, 4711, style, ZONE));
        Map<String, Map<String, Activity>> activity = activity(catalogue());
        Set<String> usualHours = members("department", "Computing", false);
        Set<String> communications = members("roles", "communications", true);
        double[] sums = new double[6];
        for (NamedCsvRecord row : csv("truth.csv")) {
            String user = row.getField("username");
            if (row.getField("site").equals("all") && usualHours.contains(user)) {
                double truth = Double.parseDouble(row.getField("minutes"));
                Collection<Activity> own = activity.getOrDefault(user + row.getField("day"), Map.of())
                        .values();
                Set<String> work = communications.contains(user) ? Set.of("facebook", "linkedin") : Set.of();
                DayMinutes day = ActiveMinutes.of(LocalDate.parse(row.getField("day")), own, WORKING_TIME, work);
                double[] values = {1, truth, day.low(), day.likely(), day.high(), Math.abs(day.likely() - truth)};
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += values[i];
                }
            }
        }
        double days = sums[0];
        System.out.printf(
                Locale.ROOT,
                "%-6s %.0f person-days, minutes a day: true %.2f, low %.2f, likely %.2f, high %.2f; mean error %.2f, bias %+.1f %%%n",
                style,
                days,
                sums[1] / days,
                sums[2] / days,
                sums[3] / days,
                sums[4] / days,
                sums[5] / days,
                100 * (sums[3] / sums[1] - 1));
        assertThat(sums[5] / days).as("mean error, minutes a person-day").isLessThan(2);
        assertThat(sums[3] / sums[1]).as("estimate over truth").isBetween(0.95, 1.05);
    }

    /** By user and day, then by site and quarter-hour: what ingest would store. */
    private Map<String, Map<String, Activity>> activity(Catalogue catalogue) throws IOException {
        Map<String, Map<String, Activity>> activity = new HashMap<>();
        try (Stream<String> lines = Files.lines(folder.resolve("access.log"), StandardCharsets.UTF_8)) {
            lines.map(line -> line.split(" +")).forEach(field -> {
                for (Marks marks : Attention.marks(catalogue, hit(field))) {
                    LocalDate day =
                            Instant.ofEpochSecond(marks.quarter()).atZone(ZONE).toLocalDate();
                    String user = NAMES.canonical(field[7].replace("\\\\", "\\").replace("%c3%ab", "\u00eb"));
                    activity.computeIfAbsent(user + day, key -> new HashMap<>())
                            .merge(
                                    marks.site() + marks.quarter(),
                                    new Activity(marks.site(), marks.quarter(), marks.deliberate(), marks.any()),
                                    (one, other) -> new Activity(
                                            one.site(),
                                            one.quarter(),
                                            one.deliberate() | other.deliberate(),
                                            one.any() | other.any()));
                }
            });
        }
        return activity;
    }

    private static Hit hit(String[] field) {
        String url = field[6].replaceFirst("^http://", "");
        int slash = url.indexOf('/');
        String host = (slash < 0 ? url : url.substring(0, slash)).replaceFirst(":443$", "");
        return new Hit(
                Math.round(Double.parseDouble(field[0]) * 1000),
                Long.parseLong(field[1]),
                host,
                slash < 0 ? null : url.substring(slash),
                field[5],
                Integer.parseInt(field[3].substring(field[3].indexOf('/') + 1)),
                field[9].equals("-") ? null : field[9],
                Long.parseLong(field[4]));
    }

    private static Catalogue catalogue() {
        Problems problems = new Problems();
        Catalogue catalogue = SitesFile.read(Path.of("../../config/sites.conf"), problems);
        problems.throwIfAny();
        return catalogue;
    }

    private Set<String> members(String column, String value, boolean equal) throws IOException {
        Set<String> members = new java.util.HashSet<>();
        for (NamedCsvRecord row : csv("staff.csv")) {
            if (row.getField(column).equals(value) == equal) {
                members.add(row.getField("username"));
            }
        }
        return members;
    }

    private List<NamedCsvRecord> csv(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
            return reader.stream().toList();
        }
    }
}
