package org.modicum.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void site() {
        site = Site.in(folder);
    }

    @Test
    void aRelativePathIsRelativeToTheFileThatNamesIt() {
        assertThat(site.settings("reports = ../published").read().reports())
                .isEqualTo(folder.getParent().resolve("published"));
    }

    @Test
    void aRelativePathOfAnIncludedFileIsRelativeToThatFile() {
        site.write("shared/common.conf", "modicum { reports = published }");
        site.write("modicum.conf", "include \"shared/common.conf\"");

        assertThat(site.read().reports()).isEqualTo(folder.resolve("shared/published"));
    }

    @Test
    void aPathWithASubstitutionIsRelativeToTheFileThatWroteThePath() {
        site.write("shared/common.conf", "modicum { zone = UTC }");
        site.write("modicum.conf", "include \"shared/common.conf\"\nmodicum { reports = published/${modicum.zone} }");

        assertThat(site.read().reports()).isEqualTo(folder.resolve("published/UTC"));
    }

    @Test
    void whatIsUnderHomeFollowsHome() {
        Settings settings =
                site.settings("home = state, keys = ${modicum.home}/secret").read();

        assertThat(settings.home()).isEqualTo(folder.resolve("state"));
        assertThat(settings.keys()).isEqualTo(folder.resolve("state/secret"));
        assertThat(settings.audit()).isEqualTo(folder.resolve("state/audit"));
        assertThat(settings.store().uri()).isEqualTo("jdbc:sqlite:" + folder.resolve("state/store/catalogue.db"));
    }

    @Test
    void aPathOnTheCommandLineIsRelativeToTheWorkingFolder() {
        Settings settings = SettingsReader.resolve(
                        site.settings("home = elsewhere").file(),
                        Map.of("modicum.home", "state", "modicum.reports", "out"),
                        new Properties())
                .settings()
                .orElseThrow();

        assertThat(settings.home()).isEqualTo(HERE.resolve("state"));
        assertThat(settings.keys()).isEqualTo(HERE.resolve("state/keys"));
        assertThat(settings.reports()).isEqualTo(HERE.resolve("out"));
    }

    @Test
    void anOptionalVariableLeavesHomeRelativeToTheFile() {
        assertThat(site.settings("home = ../var\nhome = ${?NO_SUCH_VARIABLE_HERE}")
                        .read()
                        .home())
                .isEqualTo(folder.getParent().resolve("var"));
    }

    @Test
    void theDatabaseFileOfSqliteIsAPathToo() {
        assertThat(site.settings("store.uri = \"jdbc:sqlite:tables.db\"")
                        .read()
                        .store()
                        .uri())
                .isEqualTo("jdbc:sqlite:" + folder.resolve("tables.db"));
    }

    @ParameterizedTest
    @CsvSource({
        "logs/access.log*, FOLDER/logs/access.log*",
        "'./logs/{a,b}/[0-9].log', 'FOLDER/logs/{a,b}/[0-9].log'",
        "/var/log/squid/access.log, /var/log/squid/access.log",
        "s3a://bucket/logs/*.gz, s3a://bucket/logs/*.gz",
        "hdfs://name:8020/logs, hdfs://name:8020/logs",
        "file:/logs/access.log, file:/logs/access.log",
        "access.log:old, FOLDER/access.log:old",
    })
    void aSourceIsAnAbsolutePathOrAUri(String written, String expected) {
        Settings settings = site.settings("sources = [{ name = a, format = squid, path = \"" + written
                        + "\", sanction { regulation = r, dpia = d, from = 2026-01-01, to = 2027-01-01 } }]")
                .read();

        assertThat(settings.sources().get(0).path()).isEqualTo(expected.replace("FOLDER", folder.toString()));
    }
}
