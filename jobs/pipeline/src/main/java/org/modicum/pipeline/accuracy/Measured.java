package org.modicum.pipeline.accuracy;

import java.util.Locale;
import org.modicum.pipeline.synth.LogStyle;

/**
 * How far the estimates of a simulated log were from the truth, in working time.
 *
 * @param personDays working days of people
 * @param truth minutes a person-day, and so are low, likely, high
 * @param meanError mean of |likely - truth|, minutes a person-day
 * @param lowAbove share of person-days whose low figure is more than a minute above the truth
 */
public record Measured(
        LogStyle style,
        int personDays,
        double truth,
        double low,
        double likely,
        double high,
        double meanError,
        double lowAbove) {

    /** 100 (sum of estimates / sum of truths - 1). */
    public double biasPercent() {
        return 100 * (likely / truth - 1);
    }

    static String header() {
        return "log     person-days   true    low  likely   high  mean error    bias  low > true + 1";
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-7s %11d %6.2f %6.2f %7.2f %6.2f %11.2f %+6.1f%% %14.2f%%",
                style.name().toLowerCase(Locale.ROOT),
                personDays,
                truth,
                low,
                likely,
                high,
                meanError,
                biasPercent(),
                100 * lowAbove);
    }
}
