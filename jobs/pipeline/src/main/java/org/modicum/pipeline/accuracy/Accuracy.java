package org.modicum.pipeline.accuracy;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modicum.pipeline.accuracy.Simulation.TrueDay;
import org.modicum.pipeline.synth.LogStyle;
import org.modicum.policy.attention.ActiveMinutes;
import org.modicum.policy.attention.Method;
import org.modicum.policy.attention.PublishedError;
import org.modicum.policy.flag.PersonDay;

/**
 * The method against simulated people whose true minutes are known: the error that every release and flag carries, and
 * whether anybody would be flagged who is within their threshold. Each person-day is judged by the protocol of the
 * department that the person was in on that day, as in a release.
 */
public final class Accuracy {
    private Accuracy() {}

    /**
     * Simulates each style of log below a folder and prints a line for it, and what is published.
     *
     * @param folder of its own; what is written there is the caller's to remove
     */
    public static void print(Path folder, int staff, int days, long seed, PrintStream out) {
        out.println("Method " + Method.VERSION + ", " + staff + " simulated people, " + days + " days, seed " + seed
                + "; minutes a person-day in working time.");
        out.println(Measured.header());
        List<String> flags = new ArrayList<>();
        for (LogStyle style : LogStyle.values()) {
            Simulation simulation = Simulation.of(folder.resolve(style.name()), style, staff, days, seed);
            out.println(measured(style, simulation).line());
            flags.add(FlagsMeasured.of(style, simulation).line());
        }
        for (PublishedError error : Method.PUBLISHED_ERROR) {
            out.println("published for " + error.log() + ": mean error " + error.meanErrorMinutes() + ", bias "
                    + error.biasPercent() + " %");
        }
        out.println();
        out.println("Who would be flagged by the low figure, day by day or week by week as the protocols say:");
        out.println(FlagsMeasured.header());
        flags.forEach(out::println);
    }

    /** Simulates one log into a folder and compares. */
    public static Measured measure(Path folder, LogStyle style, int staff, int days, long seed) {
        return measured(style, Simulation.of(folder, style, staff, days, seed));
    }

    /** Simulates one log into a folder and flags its people. */
    public static FlagsMeasured flag(Path folder, LogStyle style, int staff, int days, long seed) {
        return FlagsMeasured.of(style, Simulation.of(folder, style, staff, days, seed));
    }

    private static Measured measured(LogStyle style, Simulation simulation) {
        Sums sums = new Sums(style);
        for (TrueDay day : simulation.days()) {
            PersonDay rules = day.rules();
            sums.add(
                    day.minutes(),
                    ActiveMinutes.of(
                            rules.day(),
                            simulation.activity().of(day.person(), rules.day()),
                            rules.workingTime(),
                            rules.workRelatedSites()));
        }
        return sums.measured();
    }
}
