package org.modicum.policy.protocol;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week of ISO 8601: Monday to Sunday, numbered so that week 1 holds the year's first Thursday. The year is the
 * week-based year, which differs from the calendar year around New Year: 2021-01-03 is in 2020-W53.
 *
 * @param year week-based year, 1 to 9998
 * @param week 1 to 52, or 53 in the years that have it
 */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek>, Serializable {

    private static final Pattern FORM = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Comparator<IsoWeek> ORDER =
            Comparator.comparingInt(IsoWeek::year).thenComparingInt(IsoWeek::week);

    public IsoWeek {
        if (year < 1 || year > 9998) {
            throw new IllegalArgumentException("Week-based year " + year + " is outside 1 to 9998");
        }
        if (week < 1 || week > weeksOf(year)) {
            throw new IllegalArgumentException(
                    "Week " + week + " does not exist in " + year + ", which has weeks 1 to " + weeksOf(year));
        }
    }

    /**
     * @param text as ISO 8601 writes it, for example {@code 2026-W01}
     * @throws IllegalArgumentException if the text has another form or the year has no such week
     */
    public static IsoWeek parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not an ISO week; write it like 2026-W01");
        }
        return new IsoWeek(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The week that holds the day. */
    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** First day of the week. */
    public LocalDate monday() {
        return mondayOfFirstWeek(year).plusWeeks(week - 1L);
    }

    /** Last day of the week. */
    public LocalDate sunday() {
        return monday().plusDays(6);
    }

    /** The week {@code n} weeks later, or earlier if {@code n} is negative. */
    public IsoWeek plusWeeks(long n) {
        return of(monday().plusWeeks(n));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return ORDER.compare(this, other);
    }

    /** As ISO 8601 writes it: {@code 2026-W01}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, week);
    }

    private static long weeksOf(int year) {
        return ChronoUnit.WEEKS.between(mondayOfFirstWeek(year), mondayOfFirstWeek(year + 1));
    }

    /** 4 January is always in week 1. */
    private static LocalDate mondayOfFirstWeek(int year) {
        return LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
