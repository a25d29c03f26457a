package org.modicum.pipeline.synth;

import java.util.List;
import java.util.SplittableRandom;

/** The luck of one simulated person: every draw of a life comes from here, so the same seed lives the same life. */
final class Chance {
    private static final int KILO = 1000;

    private final SplittableRandom random;

    Chance(SplittableRandom random) {
        this.random = random;
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** A whole number, both ends possible. */
    long between(long from, long to) {
        return random.nextLong(from, to + 1);
    }

    /** Bytes for a range that is written in kB. */
    long kilobytes(Range range) {
        return between((long) range.from() * KILO, (long) range.to() * KILO);
    }

    /** Half of the draws are below the median; with sigma 1 one in six is above 2.7 medians. */
    double lognormal(double median, double sigma) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * random.nextDouble()));
    }

    /** The wait for something that happens once per {@code mean} and at any moment alike. */
    double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
