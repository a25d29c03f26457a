package org.modicum.pipeline.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a log reaches Modicum, the release has the same bytes. */
class FeedingTest {
    @TempDir
    static Path folder;

    private static Path university;
    private static byte[] log;
    private static byte[] whole;

    @BeforeAll
    static void releaseOfTheLogFedWhole() throws IOException {
        university = TestSite.university(folder.resolve("university"), 120, 7);
        log = Files.readAllBytes(university.resolve("access.log"));
        TestSite site = TestSite.at(folder.resolve("whole"), university);
        Files.write(site.log("access.log"), log);
        assertThat(site.nightly(TestSite.AFTER_FIRST_WEEK).code()).isZero();
        whole = site.summary("2026-W10");
        assertThat(new String(whole, java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .count())
                .isGreaterThan(5);
    }

    @Test
    void inThirdsAsItGrowsWhileItIsRotatedCompressedAndCopied() throws IOException {
        TestSite site = TestSite.at(folder.resolve("thirds"), university);
        Files.write(site.log("access.log"), Arrays.copyOf(log, log.length / 3));
        assertThat(site.nightly(TestSite.AFTER_FIRST_WEEK.minus(Duration.ofDays(5)))
                        .code())
                .isZero();

        Files.write(site.log("access.log"), Arrays.copyOf(log, 2 * log.length / 3));
        Files.copy(site.log("access.log"), site.log("access-copy"));
        assertThat(site.nightly(TestSite.AFTER_FIRST_WEEK.minus(Duration.ofDays(3)))
                        .code())
                .isZero();

        Files.delete(site.log("access.log"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(site.log("access.log.1.gz")))) {
            out.write(log);
        }
        Files.write(site.log("access.log.2"), log);
        assertThat(site.nightly(TestSite.AFTER_FIRST_WEEK).code()).isZero();

        assertThat(site.summary("2026-W10")).isEqualTo(whole);
    }

    @Test
    void twiceInARowTheSecondDoesNothingAndSaysSo() throws IOException {
        TestSite site = TestSite.at(folder.resolve("twice"), university);
        Files.write(site.log("access.log"), log);
        site.nightly(TestSite.AFTER_FIRST_WEEK);
        byte[] first = site.summary("2026-W10");

        TestSite.Outcome second = site.nightly(TestSite.AFTER_FIRST_WEEK);

        assertThat(second.code()).isZero();
        assertThat(second.out()).startsWith("Nothing to do");
        assertThat(site.summary("2026-W10")).isEqualTo(first);
    }

    @Test
    void lateLinesForAReleasedWeekAreCountedAndChangeNothing() throws IOException {
        TestSite site = TestSite.at(folder.resolve("late"), university);
        int half = log.length / 2;
        Files.write(site.log("access.log"), Arrays.copyOf(log, half));
        site.nightly(TestSite.AFTER_FIRST_WEEK);
        byte[] released = site.summary("2026-W10");

        Files.write(site.log("access.log"), log);
        TestSite.Outcome late = site.nightly(TestSite.AFTER_FIRST_WEEK);

        assertThat(late.code()).isZero();
        assertThat(late.out()).contains("late hits for weeks that were released");
        assertThat(site.summary("2026-W10")).isEqualTo(released);
    }
}
