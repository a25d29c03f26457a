package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.modicum.pipeline.nightly.TestSite;

/** A deletion in a process of its own, that is killed. */
final class KilledSite {
    private static final int KILLED = 137;

    private KilledSite() {}

    /** Ends when the step of this name is about to begin. */
    static void killBefore(String step, TestSite site, Instant asOf, String digest)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Djdk.reflect"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HaltingMain.class.getName(),
                step,
                "--config",
                site.folder().resolve("modicum.conf").toString(),
                "retain",
                "--as-of",
                asOf.toString(),
                "--execute",
                digest));
        Path output = site.folder().resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isEqualTo(KILLED);
    }
}
