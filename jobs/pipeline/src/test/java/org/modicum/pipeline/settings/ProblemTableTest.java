package org.modicum.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ProblemTableTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvFileSource(
            resources = "/settings/problems.csv",
            useHeadersInDisplayName = true,
            delimiterString = ";;",
            quoteCharacter = '\0')
    void truthTable(String description, String written, String expected) {
        Site site = Site.in(folder).settings(written == null ? "" : written);

        assertThat(problems(site)).as(description).isEqualTo(expected == null ? "" : expected);
    }

    private String problems(Site site) {
        return site.resolve().problems().stream()
                .map(problem -> problem.toString()
                        .replace(folder + "/modicum.conf:", "")
                        .replace(folder + "/services", "services")
                        .replace(folder.toString(), "FOLDER"))
                .sorted()
                .collect(Collectors.joining("|"));
    }

    @Test
    void aFileThatIsNotThereIsTheOnlyProblem() {
        ResolvedSettings resolved = SettingsReader.resolve(folder.resolve("none.conf"), Map.of(), new Properties());

        assertThat(resolved.problems())
                .extracting(Problem::message)
                .containsExactly("cannot be read; check that it is there and readable");
        assertThat(resolved.render()).isEmpty();
    }

    @Test
    void aFileThatIsNotHoconIsTheOnlyProblem() {
        Site site = Site.in(folder).write("modicum.conf", "modicum {\n  zone = UTC\n");

        assertThat(site.problems()).startsWith("modicum.conf:3: ").doesNotContain("\n");
    }

    @Test
    void settingsThatNeedEachOtherInACircleAreAProblem() {
        Site site = Site.in(folder).settings("spark.a = ${modicum.spark.b}\nspark.b = ${modicum.spark.a}");

        assertThat(site.problems()).contains("modicum.conf").contains("cycle");
    }

    @Test
    void anIncludedFileIsNamedForWhatIsWrongInIt() {
        Site site = Site.in(folder)
                .write("shared/common.conf", "\nmodicum.zone = Mars")
                .write("modicum.conf", "include \"shared/common.conf\"");

        assertThat(site.problems())
                .isEqualTo("shared/common.conf:2: modicum.zone is wrong: There is no time zone 'Mars'; write one like"
                        + " Europe/London");
    }

    @Test
    void theWorkingFolderIsLeftOutOfFileNames() {
        assertThat(Problem.shown(Path.of("config/modicum.conf"))).isEqualTo("config/modicum.conf");
        assertThat(Problem.shown(Path.of("config/modicum.conf").toAbsolutePath()))
                .isEqualTo("config/modicum.conf");
        assertThat(Problem.shown(Path.of("/etc/modicum.conf"))).isEqualTo("/etc/modicum.conf");
    }

    @Test
    void aFolderOfProtocolsMayBeEmptyAndHoldOtherFiles() {
        Site site = Site.in(folder)
                .settings("protocols = rules")
                .write("rules/README", "not a protocol")
                .write("rules/.registry.conf", "an editor's copy")
                .write("rules/registry.conf~", "an editor's copy");

        assertThat(Files.exists(folder.resolve("rules"))).isTrue();
        assertThat(site.read().protocols()).isEmpty();
    }
}
