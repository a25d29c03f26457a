package org.modicum.policy.protocol;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When a department works. Paragraphs 22 to 24 of the policy speak of work time alone: what lies outside is nobody's
 * business and does not count.
 *
 * <p>Hours are wall-clock hours of the zone, so an hour that the clocks skip has no slots and an hour they repeat has
 * twice as many.
 *
 * @param zone whose wall clock the hours are read from; also decides where a day begins
 * @param days days of the week that are worked
 * @param hours when work is done on such a day; what lies between two ranges, such as lunch, is not work time
 * @param holidays days that are not worked after all
 */
public record WorkingTime(ZoneId zone, Set<DayOfWeek> days, List<TimeRange> hours, Holidays holidays)
        implements Serializable {

    private static final int QUARTER_SECONDS = 900;
    private static final int SLOT_SECONDS = 15;
    private static final int SLOTS = QUARTER_SECONDS / SLOT_SECONDS;
    private static final int DAY_SECONDS = 86_400;

    public WorkingTime {
        if (days.isEmpty() || hours.isEmpty()) {
            throw new IllegalArgumentException("Working time needs at least one day and one range of hours");
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        hours = List.copyOf(hours);
    }

    /** Whether the department works on that day at all. */
    public boolean isWorkingDay(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.isHoliday(day);
    }

    /**
     * The working-time slots of a quarter-hour. A slot counts if the whole of it is working time.
     *
     * @param quarter epoch second at which the quarter-hour starts, a multiple of 900
     * @return bit {@code i} (0 to 59) is set if seconds {@code [15 i, 15 i + 15)} after {@code quarter} are working
     *     time
     */
    public long slots(long quarter) {
        if (Math.floorMod(quarter, QUARTER_SECONDS) != 0) {
            throw new IllegalArgumentException("Epoch second " + quarter + " is not the start of a quarter-hour");
        }
        ZoneRules rules = zone.getRules();
        long mask = 0;
        long knownDay = Long.MIN_VALUE;
        boolean working = false;
        for (int slot = 0; slot < SLOTS; slot++) {
            long second = quarter + (long) slot * SLOT_SECONDS;
            ZoneOffset offset = rules.getOffset(Instant.ofEpochSecond(second));
            long local = second + offset.getTotalSeconds();
            long day = Math.floorDiv(local, DAY_SECONDS);
            if (day != knownDay) {
                knownDay = day;
                working = isWorkingDay(LocalDate.ofEpochDay(day));
            }
            if (working && isWithinHours(Math.floorMod(local, DAY_SECONDS))) {
                mask |= 1L << slot;
            }
        }
        return mask;
    }

    private boolean isWithinHours(int secondOfDay) {
        for (TimeRange range : hours) {
            if (range.covers(secondOfDay, SLOT_SECONDS)) {
                return true;
            }
        }
        return false;
    }
}
