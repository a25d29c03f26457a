package org.modicum.policy.attention;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.modicum.policy.protocol.WorkingTime;

/** The slots of one day, numbered from its first quarter-hour, and which of them are working time. */
final class DaySlots {

    private final WorkingTime workingTime;
    private final long firstQuarter;
    private final Map<Long, Long> working = new HashMap<>();

    DaySlots(LocalDate day, WorkingTime workingTime) {
        this.workingTime = workingTime;
        long start = day.atStartOfDay(workingTime.zone()).toEpochSecond();
        this.firstQuarter = Math.floorDiv(start, Slots.QUARTER_SECONDS) * Slots.QUARTER_SECONDS;
    }

    /** Sets in {@code slots} those of a quarter-hour's mask that are working time. */
    void add(long quarter, long mask, BitSet slots) {
        int first = Math.toIntExact((quarter - firstQuarter) / Slots.SECONDS);
        long left = mask & workingSlots(quarter);
        while (left != 0) {
            slots.set(first + Long.numberOfTrailingZeros(left));
            left &= left - 1;
        }
    }

    /** Whether all of {@code [from, to)} is working time. */
    boolean isWorking(int from, int to) {
        for (int slot = from; slot < to; slot++) {
            long quarter = firstQuarter + (long) (slot / Slots.PER_QUARTER) * Slots.QUARTER_SECONDS;
            if ((workingSlots(quarter) & 1L << slot % Slots.PER_QUARTER) == 0) {
                return false;
            }
        }
        return true;
    }

    private long workingSlots(long quarter) {
        return working.computeIfAbsent(quarter, workingTime::slots);
    }
}
