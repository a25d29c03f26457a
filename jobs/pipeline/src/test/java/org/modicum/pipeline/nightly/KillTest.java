package org.modicum.pipeline.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.cli.Main;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.pipeline.store.AnyRules;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.pipeline.store.Unreferenced;

/** A run that is killed with SIGKILL, at whatever moment, leaves a home that the next run makes whole. */
class KillTest {
    private static final int KILLS = 10;

    @TempDir
    Path folder;

    @Test
    void killedAtTenRandomMomentsAndThenRunOnceTheReleaseHasTheSameBytes() throws Exception {
        Path university = TestSite.university(folder.resolve("university"), 40, 7);
        byte[] log = Files.readAllBytes(university.resolve("access.log"));
        TestSite undisturbed = site("undisturbed", university, log);
        long start = System.nanoTime();
        assertThat(process(undisturbed).waitFor()).isZero();
        long undisturbedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

        Random moments = new Random(11);
        TestSite killed = site("killed-0", university, log);
        int kills = 0;
        for (int run = 1; kills < KILLS; run++) {
            Process process = process(killed);
            long moment = (long) (undisturbedMillis * (0.1 + 0.9 * moments.nextDouble()));
            if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
                // It ended before it could be killed; what was killed before must not show. On with a new home.
                assertThat(process.exitValue())
                        .as(Files.readString(killed.folder().resolve("output.txt")))
                        .isZero();
                assertWhole(killed, undisturbed);
                killed = site("killed-" + run, university, log);
            } else {
                process.destroyForcibly().waitFor();
                kills++;
            }
        }
        assertThat(killed.nightly(TestSite.AFTER_FIRST_WEEK).code()).isZero();
        assertWhole(killed, undisturbed);
    }

    /** The same release and the same entries of it, and no file of a killed writer left behind. */
    private static void assertWhole(TestSite killed, TestSite undisturbed) throws IOException {
        assertThat(AuditFiles.problems(killed)).isEmpty();
        assertThat(entered(killed)).isEqualTo(entered(undisturbed));
        assertThat(killed.summary("2026-W10")).isEqualTo(undisturbed.summary("2026-W10"));
        try (Store store = Store.open(
                SettingsReader.read(killed.folder().resolve("modicum.conf")).store(), AnyRules.rules())) {
            long before = files(killed);
            Unreferenced.delete(store.table(Tables.ACTIVITY));
            assertThat(files(killed)).isEqualTo(before);
        }
    }

    /** What the log says of lines and releases; a run that was killed must neither miss nor be counted twice. */
    private static List<String> entered(TestSite site) throws IOException {
        List<Entry> entries = AuditFiles.entries(site);
        List<String> entered = new ArrayList<>();
        entered.add("lines "
                + entries.stream()
                        .filter(entry -> entry.kind() == Kind.INGEST)
                        .mapToLong(entry -> entry.count("lines"))
                        .sum());
        entries.stream()
                .filter(entry -> entry.kind() == Kind.RELEASE)
                .forEach(entry -> entered.add(entry.text("week") + " " + entry.text("summary")));
        return entered;
    }

    private static long files(TestSite site) {
        try (Stream<Path> tree = Files.walk(site.home().resolve("store"))) {
            return tree.filter(file -> file.toString().endsWith(".parquet")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestSite site(String name, Path university, byte[] log) throws IOException {
        TestSite site = TestSite.at(folder.resolve(name), university);
        Files.write(site.log("access.log"), log);
        return site;
    }

    private static Process process(TestSite site) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Djdk.reflect"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--config",
                site.folder().resolve("modicum.conf").toString(),
                "nightly",
                "--as-of",
                TestSite.AFTER_FIRST_WEEK.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(site.folder().resolve("output.txt").toFile())
                .start();
    }
}
