package org.modicum.policy.attention;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modicum.policy.protocol.Holidays;
import org.modicum.policy.protocol.TimeRange;
import org.modicum.policy.protocol.WorkingTime;

/** Days and activities in the words of the tests. */
final class Days {

    static final LocalDate MONDAY = LocalDate.of(2026, 1, 12);
    static final WorkingTime OFFICE = withBreak("12:00", "13:00");

    private Days() {}

    /** Nine to five in London, Monday to Friday, with one break. */
    static WorkingTime withBreak(String from, String to) {
        return new WorkingTime(
                ZoneId.of("Europe/London"),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                List.of(TimeRange.parse("09:00-" + from), TimeRange.parse(to + "-17:00")),
                Holidays.of("gb-eng"));
    }

    static String after(String time, long seconds) {
        return LocalTime.parse(time).plusSeconds(seconds).toString();
    }

    /** Deliberate evidence from a time of {@link #MONDAY} on; within one quarter-hour, on whole slots. */
    static Activity seen(String site, String time, int seconds) {
        return seen(MONDAY, site, time, seconds);
    }

    static Activity seen(LocalDate day, String site, String time, int seconds) {
        Activity passive = passive(day, site, time, seconds);
        return new Activity(site, passive.quarter(), passive.any(), passive.any());
    }

    static Activity passive(String site, String time, int seconds) {
        return passive(MONDAY, site, time, seconds);
    }

    private static Activity passive(LocalDate day, String site, String time, int seconds) {
        long start = day.atTime(LocalTime.parse(time)).atZone(OFFICE.zone()).toEpochSecond();
        Map<Long, Long> masks = masks(new Span(start * 1000, (start + seconds) * 1000));
        Map.Entry<Long, Long> only = masks.entrySet().iterator().next();
        return new Activity(site, only.getKey(), 0, only.getValue());
    }

    /** By quarter-hour (epoch second of its start), the slots that a span marks. */
    static Map<Long, Long> masks(Span span) {
        Slots slots = Slots.of(span);
        Map<Long, Long> masks = new TreeMap<>();
        for (long quarter = slots.firstQuarter(); quarter <= slots.lastQuarter(); quarter++) {
            masks.put(quarter * Slots.QUARTER_SECONDS, slots.mask(quarter));
        }
        return masks;
    }

    /** Milliseconds since the epoch at a time of {@link #MONDAY}. */
    static long millis(String time) {
        return MONDAY.atTime(LocalTime.parse(time))
                .atZone(OFFICE.zone())
                .toInstant()
                .toEpochMilli();
    }

    /** What a store does: joins marks of the same site and quarter-hour by bitwise or. */
    static List<Activity> merged(Collection<Marks> marks) {
        Map<String, Activity> merged = new TreeMap<>();
        for (Marks mark : marks) {
            Activity activity = new Activity(mark.site(), mark.quarter(), mark.deliberate(), mark.any());
            merged.merge(mark.site() + mark.quarter(), activity, Days::join);
        }
        return new ArrayList<>(merged.values());
    }

    private static Activity join(Activity one, Activity other) {
        return new Activity(one.site(), one.quarter(), one.deliberate() | other.deliberate(), one.any() | other.any());
    }
}
