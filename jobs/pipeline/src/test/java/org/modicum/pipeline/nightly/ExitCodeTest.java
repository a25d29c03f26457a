package org.modicum.pipeline.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.cli.Main;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.home.RunLock;

/** What went wrong can be told from the exit code, and what to do about it from the message. */
class ExitCodeTest {
    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void aSiteWithOnePerson() throws IOException {
        Path university = folder.resolve("university");
        Files.createDirectories(university.resolve("protocols"));
        Files.writeString(university.resolve("staff.csv"), """
                username,department,faculty,line_manager,roles,from,to
                a.person,Registry,Services,m.jones,,,
                """);
        Files.writeString(university.resolve("leave.csv"), "username,from,to\n");
        site = TestSite.at(folder.resolve("site"), university);
    }

    @Test
    void withoutACurrentSanctionNothingIsOpenedAndTheCodeIs77() throws IOException {
        Files.writeString(site.log("access.log"), "not even looked at\n");

        TestSite.Outcome outcome = site.nightly(Instant.parse("2027-01-01T02:00:00Z"));

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(outcome.err()).contains("No current sanction", "campus", "2027-01-01");
    }

    @Test
    void aSecondRunIsTurnedAwayWith75() throws IOException {
        try (RunLock held = RunLock.take(Home.prepare(site.home()))) {
            TestSite.Outcome outcome = site.nightly(TestSite.AFTER_FIRST_WEEK);

            assertThat(outcome.code()).isEqualTo(75);
            assertThat(outcome.err()).contains("Another run of modicum");
        }
    }

    @Test
    void tooManyMalformedLinesEndWith65AndStoreNothing() throws IOException {
        Files.writeString(site.log("access.log"), "this is\nno proxy log\nat all\n");

        TestSite.Outcome first = site.nightly(TestSite.AFTER_FIRST_WEEK);
        TestSite.Outcome second = site.nightly(TestSite.AFTER_FIRST_WEEK);

        assertThat(first.code()).isEqualTo(65);
        assertThat(first.err())
                .contains("3 of 3 lines are malformed", "at byte 0")
                .doesNotContain("no proxy log");
        assertThat(second.code()).isEqualTo(65);
    }

    @Test
    void wrongSettingsEndWith78() {
        site.settings("modicum.release.minimum-group = 3\n");

        assertThat(site.nightly(TestSite.AFTER_FIRST_WEEK).code()).isEqualTo(78);
    }

    @Test
    void anUnknownCommandEndsWith64() {
        assertThat(Main.run("nonsense")).isEqualTo(64);
        assertThat(Main.run("nightly", "--as-of", "yesterday")).isEqualTo(64);
        assertThat(Main.run()).isEqualTo(64);
    }

    @Test
    void noFileAtAllEndsWith66() {
        TestSite.Outcome outcome = site.nightly(TestSite.AFTER_FIRST_WEEK);

        assertThat(outcome.code()).isEqualTo(66);
        assertThat(outcome.err()).contains("no file matches");
    }
}
