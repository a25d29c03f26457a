package org.modicum.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;

/** A newcomer's first command. */
class InitTest {
    private static final String HOSTILE = "Regis\"try; ../x = ${home}\u202e";

    @TempDir
    Path folder;

    @Test
    void aFewAnswersMakeASiteThatCanRun() throws IOException {
        Path site = folder.resolve("site");
        log();
        Files.createDirectories(site);
        Files.writeString(site.resolve("staff.csv"), """
                username,department,faculty,line_manager,roles,from,to
                a.smith,"Registry, North",Central,m.jones,,,
                b.reed,Library,Central,l.lee,,,
                c.khan,Library,Central,k.two,,,
                """);

        Ran ran = init(site, folder.resolve("access.log*").toString());

        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("All is there", "--config " + site.resolve("modicum.conf") + " nightly");
        Settings settings = SettingsReader.read(site.resolve("modicum.conf"));
        assertThat(settings.auditOrigin()).isEqualTo("example.ac.uk/modicum");
        assertThat(settings.sources().get(0).sanction().regulation()).isEqualTo("ICT \"4.2\"");
        assertThat(settings.protocols().keySet()).containsExactly("Registry, North");
        assertThat(site.resolve("protocols/library.conf"))
                .as("its people have two line managers")
                .content()
                .contains("#department = \"Library\"", "#line-manager = user.name");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(site.resolve("var"))))
                .isEqualTo("rwx------");
        Ran night = Ran.command("--config", site.resolve("modicum.conf").toString(), "nightly");
        assertThat(night.code()).as(night.out() + night.err()).isZero();
    }

    @Test
    void whatIsThereIsLeftAlone() throws IOException {
        Path site = folder.resolve("site");
        init(site, "nowhere*");
        Files.writeString(site.resolve("modicum.conf"), "mine");

        Ran again = init(site, "nowhere*");

        assertThat(again.code()).isEqualTo(64);
        assertThat(again.err()).contains("is there already");
        assertThat(site.resolve("modicum.conf")).hasContent("mine");
    }

    @Test
    void withoutStaffAndLogsTheDoctorSaysWhatIsMissing() {
        Ran ran = init(folder.resolve("site"), "nowhere*");

        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.out()).contains("no file matches", "has nobody in it");
    }

    @Test
    void hostileNamesAreTextAndMakeNoFileElsewhere() throws IOException {
        Path site = folder.resolve("site");
        log();
        Files.createDirectories(site);
        Files.writeString(
                site.resolve("staff.csv"),
                "username,department,faculty,line_manager,roles,from,to\na.smith,\""
                        + HOSTILE.replace("\"", "\"\"").replace(";", ":") + "\",Central,\"m\"\"x\",,,\n");

        init(site, folder.resolve("access.log").toString());

        Settings settings = SettingsReader.read(site.resolve("modicum.conf"));
        assertThat(settings.protocols()).containsOnlyKeys(HOSTILE.replace(";", ":"));
        assertThat(Files.list(site.resolve("protocols"))).hasSize(1);
        assertThat(Files.list(folder)).hasSize(2);
    }

    @Test
    void withoutATerminalAllThatIsMissingIsNamedAndNothingIsWritten() {
        Ran ran = Ran.command("init", folder.resolve("site").toString());

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.err()).contains("--logs, --regulation, --dpia, --origin");
        assertThat(folder.resolve("site")).doesNotExist();
    }

    private void log() throws IOException {
        Files.write(
                folder.resolve("access.log"),
                List.of("1773309600.000    100 192.0.2.1 TCP_TUNNEL/200 5000 CONNECT www.facebook.com:443 a.smith"
                        + " HIER_DIRECT/198.51.100.1 -"));
    }

    private static Ran init(Path site, String logs) {
        return Ran.command(
                "init",
                site.toString(),
                "--logs",
                logs,
                "--regulation",
                "ICT \"4.2\"",
                "--dpia",
                "DPIA-2026-014",
                "--origin",
                "example.ac.uk/modicum",
                "--from",
                "2026-01-01",
                "--to",
                "2099-01-01",
                "--zone",
                "Europe/London");
    }
}
