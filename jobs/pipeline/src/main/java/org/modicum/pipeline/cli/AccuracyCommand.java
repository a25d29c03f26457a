package org.modicum.pipeline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.modicum.pipeline.accuracy.Accuracy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        header = "How wrong is the estimate? Measured on simulated people whose true minutes are known.",
        description = {
            "Simulates logs of plain requests, of tunnels alone and of both, estimates everybody's minutes on every",
            "working day, and prints mean error and bias. Needs no settings and reads nothing of yours."
        })
final class AccuracyCommand implements Runnable {
    @Option(names = "--staff", paramLabel = "N", defaultValue = "200", description = "Default: ${DEFAULT-VALUE}.")
    int staff;

    @Option(names = "--days", paramLabel = "D", defaultValue = "12", description = "Default: ${DEFAULT-VALUE}.")
    int days;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "4711", description = "Default: ${DEFAULT-VALUE}.")
    long seed;

    @Override
    public void run() {
        Path scratch = null;
        try {
            scratch = Files.createTempDirectory("modicum-accuracy");
            Accuracy.print(scratch, staff, days, seed, System.out);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for the simulated logs", e);
        } finally {
            remove(scratch);
        }
    }

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated logs in " + folder + " could not be removed", e);
        }
    }
}
