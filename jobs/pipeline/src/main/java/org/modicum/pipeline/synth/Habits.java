package org.modicum.pipeline.synth;

import java.util.List;

/**
 * How somebody uses social media.
 *
 * @param minutes about how many minutes in a working day, on average
 * @param favourites services, most loved first
 * @param evenings share of evenings with use
 */
record Habits(double minutes, List<Service> favourites, double evenings) {
    private static final long LONGEST_VISIT = 50 * 60_000L;
    private static final double MEDIAN_VISIT = 2.6;
    private static final double SIGMA_VISIT = 0.95;
    /** The mean of the lengths drawn, in minutes. */
    static final double MEAN_VISIT = MEDIAN_VISIT * Math.exp(SIGMA_VISIT * SIGMA_VISIT / 2);

    Service choose(Chance chance) {
        int choice = 0;
        while (choice < favourites.size() - 1 && chance.happens(0.5)) {
            choice++;
        }
        return favourites.get(choice);
    }

    /** Milliseconds: from a glance to most of an hour. */
    long visit(Chance chance) {
        long length = (long) (60_000 * chance.lognormal(MEDIAN_VISIT, SIGMA_VISIT));
        return Math.max(8_000, Math.min(length, LONGEST_VISIT));
    }

    /** Milliseconds for which a tab that was left open stays: mostly less than an hour, sometimes the whole day. */
    long tabStays(Chance chance) {
        double mean = chance.happens(0.15) ? 6 * 3_600_000.0 : 35 * 60_000.0;
        return Math.min((long) chance.exponential(mean), 14 * 3_600_000L);
    }
}
