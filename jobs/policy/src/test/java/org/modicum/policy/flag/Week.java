package org.modicum.policy.flag;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.protocol.Holidays;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Threshold;
import org.modicum.policy.protocol.TimeRange;
import org.modicum.policy.protocol.WorkingTime;

/** A week of a person in the words of the tests; work-related is linkedin. */
final class Week {
    static final IsoWeek WEEK = IsoWeek.parse("2026-W10");
    static final Set<String> WORK = Set.of("linkedin");
    static final Sites GRANTED = new Sites(List.of("facebook", "youtube"));
    static final WorkingTime OFFICE = new WorkingTime(
            ZoneId.of("Europe/London"),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(TimeRange.parse("09:00-12:00"), TimeRange.parse("13:00-17:00")),
            Holidays.of("gb-eng"));

    private static final int SLOT = 15;
    private static final int QUARTER = 900;

    private Week() {}

    /** As {@code mon=Registry:60/DAY}; a hyphen for no threshold. */
    static PersonDay day(String text) {
        String[] parts = text.split("[=:]");
        Optional<Threshold> threshold = Optional.empty();
        if (!parts[2].equals("-")) {
            String[] limit = parts[2].split("/");
            threshold = Optional.of(new Threshold(WEEK, Integer.parseInt(limit[0]), Per.valueOf(limit[1])));
        }
        return new PersonDay(parts[1], date(parts[0]), OFFICE, WORK, threshold);
    }

    /** As {@code mon 09:00 120 facebook}: minutes without a gap; {@code ~facebook} is passive. */
    static List<Activity> use(String text) {
        String[] parts = text.split(" ");
        boolean passive = parts[3].startsWith("~");
        long second = date(parts[0])
                .atTime(LocalTime.parse(parts[1]))
                .atZone(OFFICE.zone())
                .toEpochSecond();
        List<Activity> use = new ArrayList<>();
        for (long end = second + 60L * Integer.parseInt(parts[2]); second < end; second += SLOT) {
            long quarter = Math.floorDiv(second, QUARTER) * QUARTER;
            long slot = 1L << (second - quarter) / SLOT;
            use.add(new Activity(parts[3].replace("~", ""), quarter, passive ? 0 : slot, slot));
        }
        return use;
    }

    static String short3(LocalDate day) {
        return day.getDayOfWeek().name().toLowerCase(Locale.ROOT).substring(0, 3);
    }

    private static LocalDate date(String day) {
        LocalDate date = WEEK.monday();
        while (!short3(date).equals(day)) {
            date = date.plusDays(1);
        }
        return date;
    }
}
