package org.modicum.policy.attention;

import java.util.SortedMap;
import java.util.TreeMap;

/** The grid of slots: 15 seconds each, 60 to a quarter-hour, counted from the epoch. */
final class Slots {

    /** Length of a slot. */
    static final int SECONDS = 15;

    /** Slots of a quarter-hour: they fit into one {@code long}. */
    static final int PER_QUARTER = 60;

    static final int QUARTER_SECONDS = SECONDS * PER_QUARTER;

    private static final long MILLIS = SECONDS * 1000L;

    private Slots() {}

    /**
     * The slots that a span marks: those whose middle it covers, so that on average a span marks as much time as it is
     * long. A span that covers no middle marks the slot it begins in, for something did happen.
     *
     * @param span a span of time
     * @return by quarter-hour (epoch second of its start), a mask with a bit for each slot
     */
    static SortedMap<Long, Long> masks(Span span) {
        long first = Math.floorDiv(span.fromMillis() + MILLIS / 2 - 1, MILLIS);
        long end = Math.floorDiv(span.toMillis() + MILLIS / 2 - 1, MILLIS);
        if (first >= end) {
            first = Math.floorDiv(span.fromMillis(), MILLIS);
            end = first + 1;
        }
        SortedMap<Long, Long> masks = new TreeMap<>();
        while (first < end) {
            long quarter = Math.floorDiv(first, PER_QUARTER);
            long next = Math.min(end, (quarter + 1) * PER_QUARTER);
            int from = (int) (first - quarter * PER_QUARTER);
            int count = (int) (next - first);
            masks.put(quarter * QUARTER_SECONDS, ((1L << count) - 1) << from);
            first = next;
        }
        return masks;
    }
}
