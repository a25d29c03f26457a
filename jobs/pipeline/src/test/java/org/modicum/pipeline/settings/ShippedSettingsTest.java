package org.modicum.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modicum.policy.retention.DataKind;

class ShippedSettingsTest {

    private static final Path CONFIG = Path.of("../../config");

    @TempDir
    private Path folder;

    @Test
    void nothingIsWrongWithThemBeforeASiteAddsItsStaff() {
        assertThat(SettingsReader.resolve(CONFIG.resolve("modicum.conf"), Map.of(), new Properties())
                        .problems())
                .extracting(Problem::message)
                .allMatch(message -> message.startsWith("modicum.directory.path is "));
    }

    @Test
    void whatTheyOfferIsRightOnceTheSignsAreTakenOff() throws IOException {
        Site site = Site.in(folder)
                .write("leave.csv", "username,from,to")
                .write("retention.conf", withoutSigns("retention.conf").replace("35 days", "34 days"));
        site.write("modicum.conf", withoutSigns("modicum.conf").replace("${MODICUM_STORE_PASSWORD}", "secret"));

        assertThat(site.read().sources()).extracting(Source::name).containsExactly("campus");
        assertThat(site.read().retention().rules().of(DataKind.ACTIVITY).keep()).hasToString("34 days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry", "communications"})
    void theirExampleProtocolsAreRightOnceTheSignsAreTakenOff(String name) throws IOException {
        Site site = Site.in(folder).write("protocols/" + name + ".conf", withoutSigns("protocols/" + name + ".conf"));

        assertThat(site.read().protocols()).hasSize(1);
    }

    /** Lines that are settings behind a sign, without it; prose has a space after its sign. */
    private static String withoutSigns(String name) throws IOException {
        return Files.readString(CONFIG.resolve(name)).replaceAll("(?m)^( *)#(?! )", "$1");
    }
}
