package org.modicum.pipeline.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modicum.pipeline.settings.DirectorySettings;
import org.modicum.pipeline.settings.Problems;
import org.modicum.pipeline.settings.SettingsException;

class StaffDirectoryTest {

    private static final String HEADER = "username,department,faculty,line_manager,roles,from,to\n";

    @TempDir
    private Path folder;

    private Path staff;
    private Path leave;

    @BeforeEach
    void files() {
        staff = folder.resolve("staff.csv");
        leave = folder.resolve("leave.csv");
    }

    private Staff read(String text) throws IOException {
        Files.writeString(staff, text);
        return StaffDirectory.read(settings(Optional.empty()));
    }

    private DirectorySettings settings(Optional<Path> withLeave) {
        return new DirectorySettings(staff, withLeave, true, true, true);
    }

    private String problems(Optional<Path> withLeave) {
        Problems problems = new Problems();
        StaffDirectory.read(settings(withLeave), problems);
        return problems.list().stream()
                .map(problem -> problem.toString()
                        .replace(staff + ":", "")
                        .replace(folder + "/", "")
                        .strip())
                .collect(Collectors.joining("|"));
    }

    @Test
    void aMemberHasEverythingTheLineSays() throws IOException {
        Staff read = read(HEADER
                + "STAFF\\A.Jones,Registry,Professional Services,M.Smith,Marketing; web ;,2026-01-05,2026-06-30\n");

        assertThat(read.members())
                .containsExactly(new Member(
                        "a.jones",
                        "Registry",
                        "Professional Services",
                        "m.smith",
                        Set.of("marketing", "web"),
                        LocalDate.of(2026, 1, 5),
                        LocalDate.of(2026, 6, 30)));
    }

    @Test
    void emptyDatesAreOpen() throws IOException {
        assertThat(read(HEADER + "a,Registry,PS,,,,\n").members())
                .containsExactly(new Member("a", "Registry", "PS", "", Set.of(), LocalDate.MIN, LocalDate.MAX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username,department,faculty,line_manager,roles,from,to\na,Registry,PS,m,r,2026-01-01,\n",
                "\uFEFFusername,department,faculty,line_manager,roles,from,to\r\na,Registry,PS,m,r,2026-01-01,\r\n",
                "to,from,roles,line_manager,faculty,department,username\n,2026-01-01,r,m,PS,Registry,a",
                "Username, Department ,FACULTY,line_manager,roles,from,to,extra\na,Registry,PS,m,r,2026-01-01,,x\n",
                "\"username\",\"department\",faculty,line_manager,roles,from,to\n\"a\",\"Registry\",PS,m,r,2026-01-01,\n\n",
            })
    void theFormOfTheFileDoesNotMatter(String text) throws IOException {
        assertThat(read(text).members())
                .containsExactly(
                        new Member("a", "Registry", "PS", "m", Set.of("r"), LocalDate.of(2026, 1, 1), LocalDate.MAX));
    }

    @Test
    void aDepartmentMayHaveCommasAndComposedOrDecomposedLetters() throws IOException {
        assertThat(read(HEADER + "a,\"Études, Anglais\",PS,,,,\nb,\"E\u0301tudes, Anglais\",PS,,,,\n")
                        .members())
                .extracting(Member::department)
                .containsOnly("\u00C9tudes, Anglais");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/directory/problems.csv", useHeadersInDisplayName = true)
    void problemTable(String description, String lines, String expected) throws IOException {
        Files.writeString(staff, HEADER + lines.replace("/", "\n") + "\n");

        assertThat(problems(Optional.empty())).as(description).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void missingColumnsAreNamedAtOnce() throws IOException {
        Files.writeString(staff, "user;department;faculty\n");

        assertThat(problems(Optional.empty()))
                .isEqualTo(
                        "1: the header has no column username, department, faculty, line_manager, roles, from, to; it"
                                + " must name username,department,faculty,line_manager,roles,from,to, separated by commas");
    }

    @Test
    void aColumnNamedTwiceIsAProblem() throws IOException {
        Files.writeString(staff, HEADER.replace("to\n", "to,From\n"));

        assertThat(problems(Optional.empty())).isEqualTo("1: the header names column from twice; remove one of them");
    }

    @Test
    void anEmptyFileIsAProblem() throws IOException {
        Files.writeString(staff, "");

        assertThat(problems(Optional.empty())).startsWith("is empty; its first line must name the columns");
    }

    @Test
    void aFileThatIsNotThereIsAProblem() {
        assertThat(problems(Optional.empty()))
                .isEqualTo("cannot be read (NoSuchFileException); check that it is there and readable");
    }

    @Test
    void anotherEncodingIsAProblemOnItsLine() throws IOException {
        Files.write(staff, (HEADER + "a,Registry,PS,,,,\nb,Études,PS,,,,\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems(Optional.empty())).isEqualTo("3: is not UTF-8; export the file as CSV UTF-8");
    }

    @Test
    void problemsOfBothFilesComeTogetherAndNameNobody() throws IOException {
        Files.writeString(staff, HEADER + "canary.person,Registry,PS,,,canary.person,\nCANARY.person,,PS,,,,\n");
        Files.writeString(leave, "username,from,to\ncanary.person,2026-13-01,\n,,\n");

        SettingsException thrown =
                catchThrowableOfType(SettingsException.class, () -> StaffDirectory.read(settings(Optional.of(leave))));

        assertThat(thrown.problems()).hasSize(4);
        assertThat(thrown.getMessage().toLowerCase(Locale.ROOT)).doesNotContain("canary");
    }

    @Test
    void leaveHasTheSameMeaningOfDatesAndNames() throws IOException {
        Files.writeString(staff, HEADER + "a.jones,Registry,PS,,,,\n");
        Files.writeString(leave, "username,from,to\nSTAFF\\A.Jones,2026-02-02,2026-02-06\nsomebody.else,,\n");

        Staff read = StaffDirectory.read(settings(Optional.of(leave)));

        assertThat(read.isAbsent("a.jones", LocalDate.of(2026, 2, 1))).isFalse();
        assertThat(read.isAbsent("a.jones", LocalDate.of(2026, 2, 2))).isTrue();
        assertThat(read.isAbsent("a.jones", LocalDate.of(2026, 2, 6))).isTrue();
        assertThat(read.isAbsent("a.jones", LocalDate.of(2026, 2, 7))).isFalse();
        assertThat(read.isAbsent("somebody.else", LocalDate.of(2026, 2, 7))).isTrue();
    }

    @Test
    void periodsOfLeaveMayOverlap() throws IOException {
        Files.writeString(staff, HEADER + "a,Registry,PS,,,,\n");
        Files.writeString(leave, "username,from,to\na,2026-02-02,2026-02-06\na,2026-02-04,2026-02-10\n");

        assertThat(StaffDirectory.read(settings(Optional.of(leave))).absences()).hasSize(2);
        assertThat(problems(Optional.of(leave))).isEmpty();
    }

    @Test
    void nothingPrintsANameByAccident() throws IOException {
        Files.writeString(leave, "username,from,to\ncanary,,\n");
        Files.writeString(staff, HEADER + "canary,Registry,PS,canary,,,\n");
        Staff read = StaffDirectory.read(settings(Optional.of(leave)));

        assertThat(List.of(read, read.members(), read.absences()).toString()).doesNotContain("canary");
    }
}
