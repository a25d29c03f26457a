package org.modicum.pipeline.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody whom a design must think of is there. */
class UniversityTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-27");

    @TempDir
    static Path folder;

    private static Output output;

    @BeforeAll
    static void simulate() throws IOException {
        Synth.write(new SynthPlan(folder, 260, FRIDAY, 6, 11, LogStyle.TUNNEL, LoggedLine.ZONE));
        output = Output.read(folder);
    }

    @Test
    void departmentsAreOfAllSizes() {
        Map<String, Long> sizes = output.staff().stream()
                .collect(Collectors.groupingBy(row -> row.getField("department"), Collectors.counting()));

        assertThat(sizes).hasSize(12).containsEntry("Chaplaincy", 3L).containsEntry("Music", 9L);
        assertThat(sizes.values().stream().filter(size -> size >= 12 && size <= 60))
                .hasSize(10);
        assertThat(output.staff().stream().map(row -> row.getField("faculty")).distinct())
                .hasSize(4);
    }

    @Test
    void departmentsGrowWithTheUniversityAndTheSmallOnesStaySmall() {
        assertThat(Department.named("Registry").sizeAmong(2_600)).isBetween(395, 430);
        assertThat(Department.named("Chaplaincy").sizeAmong(2_600)).isEqualTo(3);
        assertThat(Department.ALL.stream()
                        .mapToInt(one -> one.sizeAmong(10_000))
                        .sum())
                .isBetween(9_990, 10_010);
    }

    @Test
    void somebodyMovesOnAWednesday() {
        Map<String, List<LocalDate>> beginnings = output.staff().stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("username"),
                        Collectors.mapping(
                                row -> row.getField("from").isEmpty() ? FRIDAY : LocalDate.parse(row.getField("from")),
                                Collectors.toList())));
        String mover = beginnings.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 2)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining());

        LocalDate wednesday = beginnings.get(mover).get(1);
        assertThat(wednesday.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
        assertThat(output.departments(mover, wednesday.minusDays(1))).containsExactly("Registry");
        assertThat(output.departments(mover, wednesday)).containsExactly("Library");
    }

    @Test
    void aUserNameIsLoggedInEveryWayThatAProxyHas() {
        List<String> users =
                output.lines().stream().map(LoggedLine::user).distinct().toList();

        for (String way : List.of(
                "[a-z]\\.[a-z']+\\d+",
                "CAMPUS\\\\\\\\[a-z]\\.[a-z']+\\d+",
                "CAMPUS\\\\\\\\[A-Z]\\.[A-Z']+\\d+",
                "[A-Z]\\.[A-Z']+\\d+",
                "[a-z]\\.[a-z']+\\d+@example.ac.uk",
                "[a-z]\\.[a-z']+\\d+@EXAMPLE.AC.UK",
                "[a-z]\\.zo%c3%ab\\d+",
                "guest \\d+",
                "s20\\d+",
                "-")) {
            assertThat(users).as(way).anyMatch(user -> user.matches(way));
        }
    }

    @Test
    void everybodyInTheLogIsStaffOrAStudentOrAGuest() {
        assertThat(output.lines().stream().map(LoggedLine::canonicalUser).distinct())
                .allMatch(user -> output.isStaff(user) || user.matches("s20\\d+|guest \\d+|-"));
        assertThat(output.usernames()).noneMatch(name -> name.matches("s20\\d+|guest.*"));
    }

    @Test
    void onePersonIsLoggedUnderMoreThanOneName() {
        Map<String, Long> names = output.lines().stream()
                .filter(line -> output.isStaff(line.canonicalUser()))
                .collect(Collectors.groupingBy(
                        LoggedLine::canonicalUser,
                        Collectors.collectingAndThen(
                                Collectors.mapping(LoggedLine::user, Collectors.toSet()), set -> (long) set.size())));

        assertThat(names.values()).anyMatch(count -> count > 1);
    }

    @Test
    void whatGoesWrongInAProxyIsThereToo() {
        List<String> results =
                output.lines().stream().map(LoggedLine::result).distinct().toList();

        assertThat(results)
                .contains("TCP_TUNNEL/200", "TCP_DENIED/407", "TCP_DENIED/403", "NONE_NONE/000", "NONE_NONE/503");
        assertThat(output.lines()).anyMatch(line -> line.client().startsWith("2001:db8:"));
    }

    @Test
    void aLogOfTunnelsShowsNoRequests() {
        assertThat(output.lines().stream().map(LoggedLine::method).distinct())
                .containsExactlyInAnyOrder("CONNECT", "-");
    }

    @Test
    void theUseOfCommunicationsIsWorkAndIsNoTotal() {
        List<String> workers = output.truth().stream()
                .filter(row -> row.site().equals("work-related"))
                .map(Truth::username)
                .distinct()
                .toList();

        assertThat(workers).isNotEmpty();
        for (String worker : workers) {
            assertThat(output.staff())
                    .anyMatch(row -> row.getField("username").equals(worker)
                            && row.getField("roles").equals("communications"));
            assertThat(output.truth())
                    .noneMatch(row -> row.username().equals(worker) && Department.WORK_SITES.contains(row.site()));
        }
    }

    @Test
    void oneDepartmentHasNoProtocolOneAWeeklyThresholdAndOneOtherHours() throws IOException {
        try (Stream<Path> protocols = Files.list(folder.resolve("protocols"))) {
            assertThat(protocols.map(file -> file.getFileName().toString()))
                    .hasSize(11)
                    .doesNotContain("estates.conf");
        }
        assertThat(folder.resolve("protocols/library.conf")).content().contains("from = 2026-W13", "per = week");
        assertThat(folder.resolve("protocols/computing.conf")).content().contains("\"10:00-13:00\", \"14:00-18:00\"");
        assertThat(folder.resolve("protocols/communications.conf")).content().contains("work-related");
    }
}
