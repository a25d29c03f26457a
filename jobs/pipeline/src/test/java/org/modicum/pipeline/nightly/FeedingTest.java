package org.modicum.pipeline.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.pipeline.store.AnyRules;
import org.modicum.pipeline.store.SmallTable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;

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
        assertThat(linesInLedger(site)).isEqualTo(lines(log));
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

    /** Every line has one fate in one reading, so the ledger's counts add up to the lines of the log. */
    private static long linesInLedger(TestSite site) {
        try (Store store = Store.open(
                SettingsReader.read(site.folder().resolve("modicum.conf")).store(), AnyRules.rules())) {
            long lines = 0;
            for (Record reading : new SmallTable(store, Tables.INGESTED_FILE).rows(Expressions.alwaysTrue())) {
                Map<?, ?> outcomes = (Map<?, ?>) reading.getField("outcomes");
                for (Object count : outcomes.values()) {
                    lines += (Long) count;
                }
            }
            return lines;
        }
    }

    private static long lines(byte[] content) {
        long lines = 0;
        for (byte one : content) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }
}
