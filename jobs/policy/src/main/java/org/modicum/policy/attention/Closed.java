package org.modicum.policy.attention;

import java.util.BitSet;

/**
 * Slots with their short gaps closed.
 *
 * @param personal slots that count: evidence, and the gaps between two pieces of it
 * @param work slots of work-related use, and the gaps that have it on either side
 */
record Closed(BitSet personal, BitSet work) {

    private static final int GAP = Math.toIntExact(Method.GAP.toSeconds() / Slots.SECONDS);

    /** Closes gaps of up to {@link Method#GAP} that lie wholly in working time. The two sets have nothing in common. */
    static Closed of(BitSet personal, BitSet work, DaySlots day) {
        BitSet both = (BitSet) personal.clone();
        both.or(work);
        Closed closed = new Closed((BitSet) personal.clone(), (BitSet) work.clone());
        int gap = both.nextClearBit(Math.max(both.nextSetBit(0), 0));
        int next = both.nextSetBit(gap);
        while (next >= 0) {
            if (next - gap <= GAP && day.isWorking(gap, next)) {
                boolean counts = personal.get(gap - 1) && personal.get(next);
                (counts ? closed.personal : closed.work).set(gap, next);
            }
            gap = both.nextClearBit(next);
            next = both.nextSetBit(gap);
        }
        return closed;
    }
}
