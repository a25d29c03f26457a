package org.modicum.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RenderingTest {

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void site() {
        site = Site.in(folder);
    }

    @Test
    void everyValueIsShownWithWhereItWasWritten() {
        String shown = SettingsReader.resolve(
                        site.settings("zone = UTC").file(), Map.of("modicum.reports", "/r"), new Properties())
                .render()
                .replace(folder.toString(), "FOLDER");

        assertThat(shown)
                .contains("  zone = \"UTC\"  # FOLDER/modicum.conf:2\n")
                .contains("    zone = \"UTC\"  # FOLDER/modicum.conf:2\n")
                .contains("  reports = \"/r\"  # command line\n")
                .containsPattern("minimum-group = 10  # reference.conf:\\d+\n");
    }

    @Test
    void pathsAreShownAbsolute() {
        assertThat(site.settings("reports = ../published").resolve().render())
                .contains("reports = \"" + folder.getParent().resolve("published") + "\"");
    }

    @Test
    void whatIsShownCanBeReadAgain() {
        Site with =
                site.settings("sources = [{ name = a, format = squid, path = x, sanction { regulation = r, dpia = d,"
                        + " from = 2026-01-01, to = 2027-01-01 } }]");
        Settings before = with.read();
        with.write("modicum.conf", with.resolve().render());

        assertThat(with.read())
                .usingRecursiveComparison()
                .ignoringFields("catalogue")
                .isEqualTo(before);
    }

    @Test
    void settingsThatAreWrongAreShownToo() {
        ResolvedSettings resolved =
                site.settings("zone = Mars, keys = ${NO_SUCH_VARIABLE_HERE}").resolve();

        assertThat(resolved.problems()).hasSize(2);
        assertThat(resolved.render()).contains("zone = \"Mars\"").contains("${NO_SUCH_VARIABLE_HERE}");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/settings/secrets.csv", useHeadersInDisplayName = true)
    void secretsAreMasked(String setting, String value, String shown) {
        String rendered = SettingsReader.resolve(site.file(), Map.of(setting, value), new Properties())
                .render();

        assertThat(rendered).contains(" = \"" + shown + "\"  # command line").doesNotContain("hunter2");
    }

    @Test
    void secretsAreNotInWhatSettingsPrintAsText() {
        Settings settings = site.settings(
                        "store { uri = \"jdbc:postgresql://u:hunter2@db/m?password=hunter2\", password = hunter2 }\n"
                                + "spark.ssl.keyPassword = hunter2")
                .read();

        assertThat(settings.toString() + settings.store()).doesNotContain("hunter2");
    }
}
