package org.modicum.pipeline.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.cli.Main;

/** A run that is killed with SIGKILL, at whatever moment, leaves a home that the next run makes whole. */
class KillTest {
    private static final int KILLS = 10;

    @TempDir
    Path folder;

    @Test
    void killedAtTenRandomMomentsAndThenRunOnceTheReleaseHasTheSameBytes() throws Exception {
        Path university = TestSite.university(folder.resolve("university"), 60, 7);
        byte[] log = Files.readAllBytes(university.resolve("access.log"));
        TestSite undisturbed = site("undisturbed", university, log);
        long start = System.nanoTime();
        assertThat(process(undisturbed).waitFor()).isZero();
        long undisturbedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

        TestSite killed = site("killed", university, log);
        Random moments = new Random(11);
        int struck = 0;
        for (int i = 0; i < KILLS; i++) {
            Process run = process(killed);
            if (!run.waitFor(
                    (long) (undisturbedMillis * (0.25 + 0.75 * moments.nextDouble())), TimeUnit.MILLISECONDS)) {
                struck++;
            }
            run.destroyForcibly().waitFor();
        }

        assertThat(killed.nightly(TestSite.AFTER_FIRST_WEEK).code()).isZero();
        assertThat(killed.summary("2026-W10")).isEqualTo(undisturbed.summary("2026-W10"));
        assertThat(struck)
                .as("runs that were still going when they were killed")
                .isPositive();
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
