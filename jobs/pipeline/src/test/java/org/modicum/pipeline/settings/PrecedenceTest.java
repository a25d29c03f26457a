package org.modicum.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {

    private static final String KEY = "modicum.release.minimum-group";

    @TempDir
    private Path folder;

    private int minimumGroup(String inFile, Map<String, String> commandLine, Map<String, String> system) {
        Properties properties = new Properties();
        properties.putAll(system);
        return SettingsReader.resolve(Site.in(folder).settings(inFile).file(), commandLine, properties)
                .settings()
                .orElseThrow()
                .release()
                .minimumGroup();
    }

    @Test
    void theFileWinsOverTheDefaults() {
        assertThat(minimumGroup("release.minimum-group = 11", Map.of(), Map.of()))
                .isEqualTo(11);
    }

    @Test
    void aSystemPropertyWinsOverTheFile() {
        assertThat(minimumGroup("release.minimum-group = 11", Map.of(), Map.of(KEY, "12")))
                .isEqualTo(12);
    }

    @Test
    void theCommandLineWinsOverASystemProperty() {
        assertThat(minimumGroup("release.minimum-group = 11", Map.of(KEY, "13"), Map.of(KEY, "12")))
                .isEqualTo(13);
    }

    @Test
    void otherPeoplesSystemPropertiesAreNoneOfOurs() {
        assertThat(minimumGroup("", Map.of(), Map.of("modicumx.release", "1", "user.name", "x")))
                .isEqualTo(10);
    }

    @Test
    void anEnvironmentVariableIsTakenWhereTheFileNamesIt() {
        String path = System.getenv("PATH");

        assertThat(Site.in(folder)
                        .settings("spark.executorEnv.PATH = ${PATH}")
                        .read()
                        .spark())
                .containsEntry("spark.executorEnv.PATH", path);
    }

    @Test
    void anOptionalVariableThatIsNotSetLeavesWhatWasThere() {
        assertThat(minimumGroup(
                        "release.minimum-group = 11\nrelease.minimum-group = ${?NO_SUCH_VARIABLE_HERE}",
                        Map.of(),
                        Map.of()))
                .isEqualTo(11);
    }

    @Test
    void aMistakeOnTheCommandLineIsSaidToBeThere() {
        ResolvedSettings resolved =
                SettingsReader.resolve(Site.in(folder).file(), Map.of(KEY, "few"), new Properties());

        assertThat(resolved.problems())
                .extracting(Problem::toString)
                .containsExactly("command line: " + KEY + " is \"few\"; it must be a whole number from 5 to 1000");
    }
}
