package org.modicum.pipeline.ingest;

import java.util.Arrays;
import org.modicum.policy.attention.Marks;

/**
 * What people's lines say, by person, site and quarter-hour, in flat arrays: with objects, half of the time of judging
 * lines went into finding them in memory. Keys are numbers; a place is found by hashing and going on to the next free one.
 */
final class Sums {
    private static final int PLACES = 1 << 17;
    private static final long FREE = -1;

    /** A place is eight numbers, the last three unused: what belongs together lies in one line of the processor's cache. */
    private static final int WIDTH = 8;

    private static final int DELIBERATE = 1;
    private static final int ANY = 2;
    private static final int HITS = 3;
    private static final int BYTES = 4;

    private static final int QUARTER_SECONDS = 900;
    private static final int QUARTER_BITS = 28;
    private static final int SITE_BITS = 12;

    private final long[] numbers = new long[PLACES * WIDTH];
    private int used;

    Sums() {
        clear();
    }

    /** Half full: beyond it, places are no longer found at once. */
    boolean isFull() {
        return used >= PLACES / 2;
    }

    /**
     * @param person number of the person in this week, below 2^23
     * @param site number of the site, below 2^12
     * @param lineBytes bytes of the line if this is its first mark, else negative
     */
    void add(int person, int site, Marks marks, long lineBytes) {
        long quarter = marks.quarter() / QUARTER_SECONDS;
        long key = ((long) person << SITE_BITS | site) << QUARTER_BITS | quarter;
        int place = place(key);
        if (numbers[place] == FREE) {
            numbers[place] = key;
            used++;
        }
        numbers[place + DELIBERATE] |= marks.deliberate();
        numbers[place + ANY] |= marks.any();
        if (lineBytes >= 0) {
            numbers[place + HITS]++;
            numbers[place + BYTES] += lineBytes;
        }
    }

    void clear() {
        Arrays.fill(numbers, 0);
        for (int place = 0; place < numbers.length; place += WIDTH) {
            numbers[place] = FREE;
        }
        used = 0;
    }

    /** The first place that holds a sum, or -1. */
    int first() {
        return next(-WIDTH);
    }

    /** The next place that holds a sum, or -1. */
    int next(int after) {
        for (int place = after + WIDTH; place < numbers.length; place += WIDTH) {
            if (numbers[place] != FREE) {
                return place;
            }
        }
        return -1;
    }

    int person(int place) {
        return (int) (numbers[place] >>> QUARTER_BITS + SITE_BITS);
    }

    int site(int place) {
        return (int) (numbers[place] >>> QUARTER_BITS) & (1 << SITE_BITS) - 1;
    }

    /** Epoch second at which the quarter-hour begins. */
    long quarter(int place) {
        return (numbers[place] & (1L << QUARTER_BITS) - 1) * QUARTER_SECONDS;
    }

    long deliberate(int place) {
        return numbers[place + DELIBERATE];
    }

    long any(int place) {
        return numbers[place + ANY];
    }

    long hits(int place) {
        return numbers[place + HITS];
    }

    long bytes(int place) {
        return numbers[place + BYTES];
    }

    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int place = ((int) (mixed >>> 40) & PLACES - 1) * WIDTH;
        while (numbers[place] != FREE && numbers[place] != key) {
            place = place + WIDTH & numbers.length - 1;
        }
        return place;
    }
}
