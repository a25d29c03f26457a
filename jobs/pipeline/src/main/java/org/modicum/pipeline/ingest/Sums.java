package org.modicum.pipeline.ingest;

import java.util.Arrays;
import org.modicum.policy.attention.Marks;

/**
 * What people's lines say, by person, site and quarter-hour, in flat arrays: with objects, half of the time of judging
 * lines went into finding them in memory. Keys are numbers; a place is found by hashing and going on to the next free one.
 */
final class Sums {
    private static final int PLACES = 1 << 18;
    private static final long FREE = -1;
    private static final int QUARTER_SECONDS = 900;
    private static final int QUARTER_BITS = 28;
    private static final int SITE_BITS = 12;

    private final long[] keys = new long[PLACES];
    private final long[] deliberate = new long[PLACES];
    private final long[] any = new long[PLACES];
    private final long[] hits = new long[PLACES];
    private final long[] bytes = new long[PLACES];
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
        if (keys[place] == FREE) {
            keys[place] = key;
            used++;
        }
        deliberate[place] |= marks.deliberate();
        any[place] |= marks.any();
        if (lineBytes >= 0) {
            hits[place]++;
            bytes[place] += lineBytes;
        }
    }

    void clear() {
        Arrays.fill(keys, FREE);
        Arrays.fill(deliberate, 0);
        Arrays.fill(any, 0);
        Arrays.fill(hits, 0);
        Arrays.fill(bytes, 0);
        used = 0;
    }

    /** The first place at or after {@code from} that holds a sum, or -1. */
    int next(int from) {
        for (int place = from; place < PLACES; place++) {
            if (keys[place] != FREE) {
                return place;
            }
        }
        return -1;
    }

    int person(int place) {
        return (int) (keys[place] >>> QUARTER_BITS + SITE_BITS);
    }

    int site(int place) {
        return (int) (keys[place] >>> QUARTER_BITS) & (1 << SITE_BITS) - 1;
    }

    /** Epoch second at which the quarter-hour begins. */
    long quarter(int place) {
        return (keys[place] & (1L << QUARTER_BITS) - 1) * QUARTER_SECONDS;
    }

    long deliberate(int place) {
        return deliberate[place];
    }

    long any(int place) {
        return any[place];
    }

    long hits(int place) {
        return hits[place];
    }

    long bytes(int place) {
        return bytes[place];
    }

    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 40) & PLACES - 1;
        while (keys[place] != FREE && keys[place] != key) {
            place = place + 1 & PLACES - 1;
        }
        return place;
    }
}
