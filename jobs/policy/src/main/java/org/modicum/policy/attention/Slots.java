package org.modicum.policy.attention;

/**
 * The grid of slots: 15 seconds each, 60 to a quarter-hour, counted from the epoch. A value is a run of slots.
 *
 * @param first number of the first slot
 * @param end number of the slot after the last
 */
record Slots(long first, long end) {

    /** Length of a slot. */
    static final int SECONDS = 15;

    /** Slots of a quarter-hour: they fit into one {@code long}. */
    static final int PER_QUARTER = 60;

    static final int QUARTER_SECONDS = SECONDS * PER_QUARTER;

    /** No slot at all. */
    static final Slots NONE = new Slots(0, 0);

    private static final long MILLIS = SECONDS * 1000L;

    /**
     * The slots that a span marks: those whose middle it covers, so that on average a span marks as much time as it is
     * long. A span that covers no middle marks the slot it begins in, for something did happen.
     */
    static Slots of(Span span) {
        long first = Math.floorDiv(span.fromMillis() + MILLIS / 2 - 1, MILLIS);
        long end = Math.floorDiv(span.toMillis() + MILLIS / 2 - 1, MILLIS);
        if (first < end) {
            return new Slots(first, end);
        }
        long begun = Math.floorDiv(span.fromMillis(), MILLIS);
        return new Slots(begun, begun + 1);
    }

    /** The quarter-hour that the first slot is in: its number, from the epoch. */
    long firstQuarter() {
        return Math.floorDiv(first, PER_QUARTER);
    }

    /** The quarter-hour that the last slot is in. */
    long lastQuarter() {
        return Math.floorDiv(end - 1, PER_QUARTER);
    }

    /** Of a quarter-hour, given by its number: a bit for each slot. */
    long mask(long quarter) {
        long from = Math.max(first - quarter * PER_QUARTER, 0);
        long to = Math.min(end - quarter * PER_QUARTER, PER_QUARTER);
        return from < to ? (1L << to) - (1L << from) : 0;
    }
}
