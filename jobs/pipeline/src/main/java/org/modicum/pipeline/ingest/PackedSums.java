package org.modicum.pipeline.ingest;

import java.io.Serializable;

/**
 * Sums by person, site and quarter-hour as they travel and are kept: {@value #WIDTH} numbers each, the first of them the
 * key.
 */
record PackedSums(long[] numbers) implements Serializable {
    static final int WIDTH = 5;

    private static final int QUARTER_SECONDS = 900;
    private static final int QUARTER_BITS = 28;
    private static final int SITE_BITS = 12;

    /**
     * @param person number of the person in this week, below 2^23
     * @param site number of the site, below 2^12
     * @param quarter epoch second at which the quarter-hour begins
     */
    static long key(int person, int site, long quarter) {
        return ((long) person << SITE_BITS | site) << QUARTER_BITS | quarter / QUARTER_SECONDS;
    }

    int size() {
        return numbers.length / WIDTH;
    }

    int person(int sum) {
        return (int) (numbers[sum * WIDTH] >>> QUARTER_BITS + SITE_BITS);
    }

    int site(int sum) {
        return (int) (numbers[sum * WIDTH] >>> QUARTER_BITS) & (1 << SITE_BITS) - 1;
    }

    /** Epoch second at which the quarter-hour begins. */
    long quarter(int sum) {
        return (numbers[sum * WIDTH] & (1L << QUARTER_BITS) - 1) * QUARTER_SECONDS;
    }

    long deliberate(int sum) {
        return numbers[sum * WIDTH + 1];
    }

    long any(int sum) {
        return numbers[sum * WIDTH + 2];
    }

    long hits(int sum) {
        return numbers[sum * WIDTH + 3];
    }

    long bytes(int sum) {
        return numbers[sum * WIDTH + 4];
    }
}
