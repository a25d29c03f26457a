package org.modicum.pipeline.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is made by the protocols that were in force when its week was first met. */
class FreezingTest {
    private static final String EVENINGS = "modicum.working-time.hours = [\"18:00-19:00\"]\n";

    @TempDir
    static Path folder;

    private static Path university;
    private static byte[] log;
    private static byte[] unchanged;

    @BeforeAll
    static void releaseByProtocolsThatStayAsTheyAre() throws IOException {
        university = TestSite.university(folder.resolve("university"), 120, 7);
        log = Files.readAllBytes(university.resolve("access.log"));
        unchanged = released(begun("unchanged"));
    }

    @Test
    void changesOnceTheWeekHasBegunAreWarnedOfAndChangeNothing() throws IOException {
        TestSite site = begun("changed");
        change(site);

        TestSite.Outcome night = site.nightly(TestSite.AFTER_FIRST_WEEK);

        assertThat(night.code()).as(night.err()).isZero();
        assertThat(night.out() + night.err())
                .contains("working time, work-related use) was changed for 2026-W10")
                .doesNotContain("changed for 2026-W11");
        assertThat(site.summary("2026-W10")).isEqualTo(unchanged);
    }

    @Test
    void changesBeforeTheWeekIsMetHold() throws IOException {
        TestSite site = TestSite.at(folder.resolve("before"), university);
        change(site);

        assertThat(released(site)).isNotEqualTo(unchanged);
    }

    /** After a night in the week, of whose log there is a third. */
    private static TestSite begun(String name) throws IOException {
        TestSite site = TestSite.at(folder.resolve(name), university);
        Files.write(site.log("access.log"), Arrays.copyOf(log, log.length / 3));
        assertThat(site.nightly(TestSite.AFTER_FIRST_WEEK.minus(Duration.ofDays(5)))
                        .code())
                .isZero();
        Files.write(site.log("access.log"), log);
        return site;
    }

    private static byte[] released(TestSite site) throws IOException {
        Files.write(site.log("access.log"), log);
        TestSite.Outcome night = site.nightly(TestSite.AFTER_FIRST_WEEK);
        assertThat(night.code()).as(night.err()).isZero();
        return site.summary("2026-W10");
    }

    /** Everybody works an hour in the evening, and Facebook is work. */
    private static void change(TestSite site) throws IOException {
        site.settings(EVENINGS);
        try (Stream<Path> protocols = Files.list(site.folder().resolve("protocols"))) {
            for (Path protocol : protocols.toList()) {
                Files.writeString(
                        protocol,
                        Files.readString(protocol)
                                + "\nworking-time.hours = [\"18:00-19:00\"]\nwork-related = [{ sites = [facebook] }]\n");
            }
        }
    }
}
