package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.modicum.pipeline.synth.LogStyle;
import org.modicum.pipeline.synth.Synth;
import org.modicum.pipeline.synth.SynthPlan;
import org.modicum.pipeline.synth.SynthSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        header = "Write logs of simulated people whose true minutes are known (truth.csv).",
        description = "The same arguments give the same bytes.")
final class SynthCommand implements Runnable {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    Path out;

    @Option(names = "--staff", paramLabel = "N", required = true)
    int staff;

    @Option(names = "--days", paramLabel = "D", required = true, description = "Calendar days, weekends included.")
    int days;

    @Option(names = "--seed", paramLabel = "S", required = true)
    long seed;

    @Option(names = "--format", paramLabel = "F", defaultValue = "squid", description = "Default: ${DEFAULT-VALUE}.")
    LogFormat format;

    @Option(
            names = "--style",
            defaultValue = "mixed",
            description = "plain, tunnel or mixed: whether the proxy sees requests, HTTPS tunnels, or both.")
    LogStyle style;

    @Option(names = "--start", paramLabel = "DATE", defaultValue = "2026-03-02", description = "First day.")
    LocalDate start;

    enum LogFormat {
        SQUID
    }

    @Override
    public void run() {
        SynthSummary summary =
                Synth.write(new SynthPlan(out, staff, start, days, seed, style, ZoneId.of("Europe/London")));
        System.out.println("Wrote " + summary.lines() + " lines of " + summary.people() + " people to " + out + ".");
    }
}
