package org.modicum.pipeline.accuracy;

import org.modicum.pipeline.synth.LogStyle;
import org.modicum.policy.attention.DayMinutes;

/** Adds up person-days. */
final class Sums {
    private final LogStyle style;
    private int days;
    private double truth;
    private double low;
    private double likely;
    private double high;
    private double error;
    private int lowAbove;

    Sums(LogStyle style) {
        this.style = style;
    }

    void add(double minutes, DayMinutes estimate) {
        days++;
        truth += minutes;
        low += estimate.low();
        likely += estimate.likely();
        high += estimate.high();
        error += Math.abs(estimate.likely() - minutes);
        lowAbove += estimate.low() > minutes + 1 ? 1 : 0;
    }

    Measured measured() {
        return new Measured(
                style,
                days,
                truth / days,
                low / days,
                likely / days,
                high / days,
                error / days,
                (double) lowAbove / days);
    }
}
