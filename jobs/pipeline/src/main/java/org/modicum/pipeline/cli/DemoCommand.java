package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import org.modicum.pipeline.demo.Demo;
import org.modicum.pipeline.demo.DemoPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Simulate a small university and run the nightly job over it, week by week.",
        description = "Needs nothing and touches nothing outside its folder; at the end it says which pages to open.")
final class DemoCommand implements Runnable {
    @Option(names = "--out", paramLabel = "DIR", defaultValue = "demo", description = "Default: ${DEFAULT-VALUE}.")
    Path out;

    @Option(names = "--staff", paramLabel = "N", defaultValue = "400", description = "Default: ${DEFAULT-VALUE}.")
    int staff;

    @Option(names = "--weeks", paramLabel = "N", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}.")
    int weeks;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    long seed;

    @Override
    public void run() {
        Demo.run(new DemoPlan(out, staff, weeks, seed, LocalDate.now()), System.out);
    }
}
