package org.modicum.pipeline.ingest;

import java.util.Arrays;

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

    private final long[] numbers = new long[PLACES * WIDTH];
    private int used;

    Sums() {
        clear();
    }

    boolean isEmpty() {
        return used == 0;
    }

    /** Half full: beyond it, places are no longer found at once. */
    boolean isFull() {
        return used >= PLACES / 2;
    }

    /**
     * @param key of {@link PackedSums#key}
     * @param deliberate slots that somebody meant
     * @param any slots with evidence of any kind
     * @param lineBytes bytes of the line if these are its first marks, else negative
     */
    void add(long key, long deliberate, long any, long lineBytes) {
        int place = place(key);
        if (numbers[place] == FREE) {
            numbers[place] = key;
            used++;
        }
        numbers[place + DELIBERATE] |= deliberate;
        numbers[place + ANY] |= any;
        if (lineBytes >= 0) {
            numbers[place + HITS]++;
            numbers[place + BYTES] += lineBytes;
        }
    }

    /** A copy that takes no more room than it needs. */
    PackedSums pack() {
        long[] packed = new long[used * PackedSums.WIDTH];
        int to = 0;
        for (int place = 0; place < numbers.length; place += WIDTH) {
            if (numbers[place] != FREE) {
                System.arraycopy(numbers, place, packed, to, PackedSums.WIDTH);
                to += PackedSums.WIDTH;
            }
        }
        return new PackedSums(packed);
    }

    void clear() {
        Arrays.fill(numbers, 0);
        for (int place = 0; place < numbers.length; place += WIDTH) {
            numbers[place] = FREE;
        }
        used = 0;
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
