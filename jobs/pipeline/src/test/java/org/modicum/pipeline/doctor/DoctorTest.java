package org.modicum.pipeline.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.settings.SettingsReader;

/** What a first run would stumble over is said before it, with what to do, and with nobody's name. */
class DoctorTest {
    private static final Instant NOW = Instant.parse("2026-03-12T12:00:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @TempDir
    Path folder;

    @Test
    void allIsWellWhereLogDirectoryAndClockFit() throws IOException {
        site("a.smith", lines("a.smith", LocalTime.of(10, 0)));

        assertThat(findings())
                .doesNotContain("MEND")
                .contains("the directory knows 1 of 1 users", "times are plausible by the clock of Europe/London");
    }

    @Test
    void aFormatThatDoesNotFit() throws IOException {
        site("a.smith", "192.0.2.1 - a.smith [12/Mar/2026:10:00:00 +0000] \"CONNECT www.facebook.com:443\" 200 1\n");

        assertThat(findings())
                .contains("MEND", "1 of the first 1 lines", "not of the format squid", "access_log")
                .doesNotContain("a.smith");
    }

    @Test
    void usersThatTheDirectoryDoesNotKnow() throws IOException {
        site("a.smith", lines("id0000017", LocalTime.of(10, 0)));

        assertThat(findings())
                .contains("MEND", "does not know 1 of 1 users", "strip-domain")
                .doesNotContain("id0000017");
    }

    @Test
    void aProxyThatAsksNobodyWhoTheyAre() throws IOException {
        site("a.smith", lines("-", LocalTime.of(10, 0)));

        assertThat(findings()).contains("MEND", "none of 120 lines about social media names a user", "proxy_auth");
    }

    @Test
    void aClockThatIsAheadAndAZoneThatIsNotThePeoples() throws IOException {
        site("a.smith", lines("a.smith", LocalTime.of(23, 0)));
        assertThat(findings()).contains("MEND", "lines are of a moment later than now", "NTP");

        site("a.smith", lines("a.smith", LocalTime.of(2, 0)));
        assertThat(findings()).contains("MEND", "most lines are of the night, by the clock of Europe/London");
    }

    @Test
    void withoutACurrentSanctionNoLineIsLookedAt() throws IOException {
        site("a.smith", lines("a.smith", LocalTime.of(10, 0)));
        write("modicum.conf", Files.readString(folder.resolve("modicum.conf")).replace("2027-01-01", "2026-02-01"));

        assertThat(findings()).contains("MEND", "no current sanction").doesNotContain("fits the first", "users");
    }

    @Test
    void aProtocolOfADepartmentThatIsNotThereAndADirectoryWithNobodyInIt() throws IOException {
        site("a.smith", "");
        write("protocols/r.conf", "department = Registery\nline-manager = m.jones\n");
        assertThat(findings()).contains("MEND", "there is no department Registery in the directory");

        write("staff.csv", "username,department,faculty,line_manager,roles,from,to\n");
        assertThat(findings()).contains("MEND", "has nobody in it");
    }

    private String findings() {
        return Doctor.examine(SettingsReader.read(folder.resolve("modicum.conf")), NOW).stream()
                .map(Finding::toString)
                .collect(Collectors.joining("\n"));
    }

    private void site(String staff, String log) throws IOException {
        Files.createDirectories(folder.resolve("protocols"));
        write("sites.conf", "include classpath(\"modicum/sites.conf\")\n");
        write(
                "staff.csv",
                "username,department,faculty,line_manager,roles,from,to\n" + staff + ",Registry,Central,,,,\n");
        write("access.log", log);
        write("modicum.conf", """
                modicum.sources = [{ name = campus, format = squid, path = "access.log"
                  sanction { regulation = "R", dpia = "D", from = 2026-01-01, to = 2027-01-01 } }]
                modicum.directory { type = csv, path = staff.csv }
                modicum.protocols = protocols/
                """);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String lines(String user, LocalTime time) {
        long start = LocalDate.of(2026, 3, 12).atTime(time).atZone(LONDON).toEpochSecond();
        return IntStream.range(0, 120)
                .mapToObj(second -> (start + second) + ".000    100 192.0.2.1 TCP_TUNNEL/200 5000 CONNECT"
                        + " www.facebook.com:443 " + user + " HIER_DIRECT/198.51.100.1 -\n")
                .collect(Collectors.joining());
    }
}
