package org.modicum.pipeline.synth;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthTest {
    private static final Pattern NATIVE =
            Pattern.compile("\\d{10}\\.\\d{3} +\\d+ [0-9a-f.:]+ [A-Z_]+/\\d{3} \\d+ [A-Z-]+ \\S+ \\S+"
                    + " (HIER_NONE/-|HIER_DIRECT/[0-9.]+) (-|[a-z]+/[a-z0-9.+-]+)");

    @TempDir
    static Path folder;

    private static List<String> log;

    @BeforeAll
    static void simulate() throws IOException {
        Synth.write(plan(folder.resolve("one")));
        log = Files.readAllLines(folder.resolve("one/access.log"));
    }

    @Test
    void theSamePlanGivesTheSameBytes() throws IOException {
        Synth.write(plan(folder.resolve("two")));

        for (String file : List.of("access.log", "truth.csv", "staff.csv", "leave.csv", "protocols/registry.conf")) {
            assertThat(Files.mismatch(
                            folder.resolve("one").resolve(file),
                            folder.resolve("two").resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    @Test
    void everyLineIsOneThatSquidCouldHaveWrittenInTheOrderInWhichTransfersEnd() {
        assertThat(log)
                .hasSizeGreaterThan(10_000)
                .allMatch(line -> NATIVE.matcher(line).matches());
        assertThat(log.stream().map(line -> line.substring(0, 14))).isSorted();
    }

    @Test
    void mostLinesAreNotAboutSocialMedia() {
        long social = log.stream()
                .filter(line ->
                        line.matches(".*(facebook|fbcdn|instagram|youtube|googlevideo|ytimg|x\\.com|twimg|linkedin"
                                + "|licdn|reddit|tiktok|wikipedia|wikimedia|whatsapp|twitter).*"))
                .count();

        assertThat((double) social / log.size()).isBetween(0.1, 0.4);
    }

    @Test
    void theTruthOfADayIsTheSumOfItsSitesAndNobodyWorksAtWeekends() throws IOException {
        Map<String, Double> sums = new HashMap<>();
        Map<String, Double> totals = new HashMap<>();
        for (NamedCsvRecord row : csv("truth.csv")) {
            String key = row.getField("username") + " " + row.getField("day");
            double minutes = Double.parseDouble(row.getField("minutes"));
            assertThat(minutes).isBetween(0.0, 420.0);
            assertThat(LocalDate.parse(row.getField("day")).getDayOfWeek().getValue())
                    .isLessThan(6);
            switch (row.getField("site")) {
                case Truth.ALL -> totals.put(key, minutes);
                case Truth.WORK_RELATED -> {}
                default -> sums.merge(key, minutes, Double::sum);
            }
        }

        assertThat(totals).hasSizeGreaterThan(100);
        totals.forEach((key, total) ->
                assertThat(sums.getOrDefault(key, 0.0)).isCloseTo(total, org.assertj.core.data.Offset.offset(0.05)));
    }

    @Test
    void everyoneWhomADesignMustThinkOfIsThere() throws IOException {
        Map<String, Integer> sizes = new HashMap<>();
        Set<String> departmentsOfTheMover = new HashSet<>();
        Set<String> staff = new HashSet<>();
        for (NamedCsvRecord row : csv("staff.csv")) {
            sizes.merge(row.getField("department"), 1, Integer::sum);
            if (!staff.add(row.getField("username"))) {
                departmentsOfTheMover.add(row.getField("department"));
            }
        }

        assertThat(sizes).containsEntry("Chaplaincy", 3).containsEntry("Music", 9);
        assertThat(departmentsOfTheMover).containsExactly("Library");
        assertThat(folder.resolve("one/protocols/estates.conf")).doesNotExist();
        assertThat(csv("leave.csv")).isNotEmpty();
        assertThat(log)
                .anyMatch(line -> line.contains("CAMPUS\\\\"))
                .anyMatch(line -> line.contains("@example.ac.uk"))
                .anyMatch(line -> line.contains("zo%c3%ab"))
                .anyMatch(line -> line.contains("TCP_DENIED/407"))
                .anyMatch(line -> line.contains("NONE_NONE/000"))
                .anyMatch(line -> line.contains(" 2001:db8::"))
                .anyMatch(line -> line.contains(" s20"));
        assertThat(staff).noneMatch(name -> name.startsWith("s20"));
    }

    private static SynthPlan plan(Path out) {
        return new SynthPlan(out, 80, LocalDate.parse("2026-03-23"), 8, 5, LogStyle.MIXED, ZoneId.of("Europe/London"));
    }

    private static List<NamedCsvRecord> csv(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("one").resolve(name))) {
            return reader.stream().toList();
        }
    }
}
