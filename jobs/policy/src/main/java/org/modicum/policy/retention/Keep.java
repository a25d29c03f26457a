package org.modicum.policy.retention;

import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something is kept, at most. */
public sealed interface Keep {

    /** Whole days after the day from which it is counted; months and years as on a calendar. */
    record For(Period period) implements Keep {
        /** @throws IllegalArgumentException if it is nothing, or negative in any part, or longer than people remember */
        public For {
            if (period.isZero() || period.isNegative()) {
                throw new IllegalArgumentException("Data is kept for at least 1 day, not for " + period);
            }
            if (LocalDate.EPOCH.plus(period).isAfter(LocalDate.EPOCH.plusYears(MOST_YEARS))) {
                throw new IllegalArgumentException("Data is kept for at most 10 years, not for " + period);
            }
        }

        @Override
        public String toString() {
            return part(period.getYears(), "year") + part(period.getMonths(), "month") + part(period.getDays(), "day");
        }

        private static String part(int number, String unit) {
            return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
        }
    }

    /** As long as another kind of the same week is. */
    record With(DataKind kind) implements Keep {
        @Override
        public String toString() {
            return "with " + kind.word();
        }
    }

    /** As long as it is needed; the program removes it itself then, or nobody does. */
    record InUse() implements Keep {
        @Override
        public String toString() {
            return IN_USE;
        }
    }

    int MOST_YEARS = 10;
    String IN_USE = "in use";
    Pattern LENGTH = Pattern.compile("([0-9]{1,4}) (day|month|year)s?");
    String WITH = "with ";

    /**
     * Reads what {@code toString} writes: {@code 35 days}, {@code 6 months}, {@code 3 years}, {@code with activity} or
     * {@code in use}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Keep parse(String text) {
        if (text.equals(IN_USE)) {
            return new InUse();
        }
        if (text.startsWith(WITH)) {
            return new With(DataKind.of(text.substring(WITH.length())));
        }
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time to keep data; write it like 35 days, 6 months, 3 years or in use");
        }
        int number = Integer.parseInt(length.group(1));
        return new For(
                switch (length.group(2)) {
                    case "day" -> Period.ofDays(number);
                    case "month" -> Period.ofMonths(number);
                    default -> Period.ofYears(number);
                });
    }
}
