package org.modicum.policy.protocol;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Part of a day by the wall clock, from one minute up to but not including another.
 *
 * <p>A range does not run over midnight: it would then belong to two days, and whether Friday's night shift counts for
 * Friday or for Saturday is a decision that no program should take unasked. A night shift is written as two ranges.
 *
 * @param from minute of the day, 0 to 1439
 * @param to minute of the day, exclusive, above {@code from} and at most 1440 (written {@code 24:00})
 */
public record TimeRange(int from, int to) implements Serializable {

    private static final int DAY = 24 * 60;
    private static final Pattern FORM = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");

    public TimeRange {
        if (from < 0 || to > DAY) {
            throw new IllegalArgumentException("Working hours must lie between 00:00 and 24:00");
        }
        if (from >= to) {
            throw new IllegalArgumentException(text(from, to) + " ends before it begins; write a night shift as two"
                    + " ranges, for example \"22:00-24:00\" and \"00:00-06:00\"");
        }
    }

    /**
     * @param text for example {@code 09:00-12:30}
     * @throws IllegalArgumentException if it is not such a range, or runs over midnight
     */
    public static TimeRange parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a range of hours; write it like 09:00-12:30");
        }
        return new TimeRange(
                minute(text, matcher.group(1), matcher.group(2)), minute(text, matcher.group(3), matcher.group(4)));
    }

    /** Whether the seconds {@code [first, first + seconds)} of a day lie wholly within the range. */
    boolean covers(int first, int seconds) {
        return first >= from * 60 && first + seconds <= to * 60;
    }

    /** As it is parsed: {@code 09:00-12:30}. */
    @Override
    public String toString() {
        return text(from, to);
    }

    private static int minute(String text, String hour, String minute) {
        int hours = Integer.parseInt(hour);
        int minutes = Integer.parseInt(minute);
        if (minutes > 59 || hours * 60 + minutes > DAY) {
            throw new IllegalArgumentException("'" + text + "' has a time of day that does not exist");
        }
        return hours * 60 + minutes;
    }

    private static String text(int from, int to) {
        return String.format(Locale.ROOT, "%02d:%02d-%02d:%02d", from / 60, from % 60, to / 60, to % 60);
    }
}
