package org.modicum.pipeline.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two weeks with Good Friday, Easter Monday and the last Sunday of March, on which clocks go forward. */
class SynthTest {
    private static final LocalDate START = LocalDate.parse("2026-03-26");
    private static final int DAYS = 13;
    private static final LocalDate GOOD_FRIDAY = LocalDate.parse("2026-04-03");
    private static final LocalDate CLOCKS_CHANGE = LocalDate.parse("2026-03-29");

    @TempDir
    static Path folder;

    private static SynthSummary summary;
    private static Output output;

    @BeforeAll
    static void simulate() throws IOException {
        summary = Synth.write(plan("one", 5));
        output = Output.read(folder.resolve("one"));
    }

    @Test
    void theSamePlanGivesTheSameBytesOnAnyNumberOfProcessors() throws Exception {
        onOneProcessor(plan("two", 5));

        for (Path file : summary.files()) {
            Path same = folder.resolve("two").resolve(folder.resolve("one").relativize(file));
            assertThat(Files.mismatch(file, same)).as(file.toString()).isEqualTo(-1);
        }
    }

    @Test
    void anotherSeedGivesOtherPeople() throws IOException {
        Synth.write(plan("other", 6));

        assertThat(Files.mismatch(
                        folder.resolve("one/staff.csv"), folder.resolve("other").resolve("staff.csv")))
                .isNotEqualTo(-1);
    }

    @Test
    void nothingIsWrittenButWhatTheSummaryNames() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("one"))) {
            assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(summary.files());
        }
        assertThat(output.lines()).hasSize((int) summary.lines());
    }

    @Test
    void linesAreInTheOrderInWhichTransfersEnd() {
        assertThat(output.lines().stream().map(line -> line.end())).isSorted();
    }

    @Test
    void mostLinesAreNotAboutSocialMedia() {
        long social = output.lines().stream().filter(LoggedLine::isSocial).count();

        assertThat((double) social / summary.lines()).isBetween(0.08, 0.25);
    }

    @Test
    void aDayOfOnePersonHasSomeHundredsOfLines() {
        long logged =
                output.lines().stream().filter(line -> !line.user().equals("-")).count();
        long personDays = output.lines().stream()
                .filter(line -> !line.user().equals("-"))
                .map(line -> line.canonicalUser() + line.day())
                .distinct()
                .count();

        assertThat(logged / personDays).isBetween(200L, 800L);
    }

    @Test
    void theTruthOfADayIsExactlyTheSumOfItsSites() {
        Map<String, BigDecimal> rest = new HashMap<>();
        for (Truth row : output.truth()) {
            String day = row.username() + row.day();
            switch (row.site()) {
                case "all" -> rest.merge(day, row.minutes(), BigDecimal::add);
                case "work-related" -> assertThat(row.minutes()).isPositive();
                default -> {
                    assertThat(row.minutes()).isPositive();
                    rest.merge(day, row.minutes().negate(), BigDecimal::add);
                }
            }
        }

        assertThat(rest).hasSize((int) summary.personDays());
        assertThat(rest.values()).allMatch(left -> left.signum() == 0);
    }

    @Test
    void peopleLookAFewMinutesADayOnAverageAndSomeForHours() {
        List<Double> minutes = output.truth().stream()
                .filter(row -> row.site().equals("all"))
                .map(row -> row.minutes().doubleValue())
                .toList();

        assertThat(minutes).allMatch(any -> any >= 0 && any <= 420).anyMatch(any -> any > 90);
        assertThat(summary.minutes() / summary.personDays()).isBetween(12.0, 25.0);
        assertThat(minutes.stream().filter(any -> any == 0).count()).isGreaterThan(minutes.size() / 10);
    }

    @Test
    void useOutsideWorkingTimeIsInTheLogAndNotInTheTruth() {
        Set<LocalDate> daysWithTruth = output.truth().stream().map(Truth::day).collect(Collectors.toSet());
        Set<LocalDate> daysInLog = output.lines().stream()
                .filter(LoggedLine::isSocial)
                .filter(line -> output.isStaff(line.canonicalUser()))
                .map(LoggedLine::day)
                .collect(Collectors.toSet());

        for (String free :
                List.of("2026-03-28", "2026-03-29", "2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06")) {
            assertThat(daysWithTruth).doesNotContain(LocalDate.parse(free));
            assertThat(daysInLog).contains(LocalDate.parse(free));
        }
        assertThat(daysWithTruth).hasSize(DAYS - 6);
        assertThat(output.lines())
                .anyMatch(line -> line.isSocial()
                        && output.isStaff(line.canonicalUser())
                        && line.localTime().isAfter(LocalTime.of(19, 30)));
    }

    @Test
    void nobodyHasTrueMinutesOnLeaveOrOutsideTheirEmployment() {
        for (Truth row : output.truth()) {
            assertThat(output.isOnLeave(row.username(), row.day())).isFalse();
            assertThat(output.departments(row.username(), row.day())).hasSize(1);
        }
        assertThat(output.leave()).isNotEmpty();
    }

    @Test
    void workBeginsAtTheSameWallClockTimeAfterTheClocksChanged() {
        for (LocalDate day : List.of(CLOCKS_CHANGE.minusDays(2), CLOCKS_CHANGE.plusDays(1))) {
            long early = mailOfStaff(day, LocalTime.of(7, 0), LocalTime.of(8, 30));
            long morning = mailOfStaff(day, LocalTime.of(9, 0), LocalTime.of(10, 30));
            assertThat(early).as(day.toString()).isLessThan(morning / 20);
        }
        assertThat(Hours.USUAL
                        .on(CLOCKS_CHANGE.plusDays(1), plan("", 1).zone())
                        .get(0)
                        .from())
                .isEqualTo(Instant.parse("2026-03-30T08:00:00Z").toEpochMilli());
    }

    @Test
    void tunnelsThatAreOpenAtMidnightAreWrittenWhenTheyClose() {
        assertThat(output.lines())
                .anyMatch(line -> line.method().equals("CONNECT")
                        && !line.day().equals(line.startDay())
                        && line.elapsed().compareTo(Duration.ofMinutes(30)) > 0);
    }

    @Test
    void goodFridayIsNotAWorkingDayThoughItIsAFriday() {
        assertThat(mailOfStaff(GOOD_FRIDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)))
                .isLessThan(mailOfStaff(GOOD_FRIDAY.minusDays(1), LocalTime.of(9, 0), LocalTime.of(12, 0)) / 5);
    }

    private static long mailOfStaff(LocalDate day, LocalTime from, LocalTime to) {
        return output.lines().stream()
                .filter(line -> line.day().equals(day) && output.isStaff(line.canonicalUser()))
                .filter(line ->
                        !line.localTime().isBefore(from) && line.localTime().isBefore(to))
                .count();
    }

    private static void onOneProcessor(SynthPlan plan) throws InterruptedException, ExecutionException {
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            one.submit(() -> Synth.write(plan)).get();
        } finally {
            one.shutdown();
        }
    }

    private static SynthPlan plan(String name, long seed) {
        return new SynthPlan(folder.resolve(name), 80, START, DAYS, seed, LogStyle.MIXED, LoggedLine.ZONE);
    }
}
