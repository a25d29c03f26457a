package org.modicum.policy.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.modicum.policy.protocol.IsoWeek;

/** The ISO weeks that may be looked at, both ends included. */
public record Weeks(IsoWeek from, IsoWeek to) {
    /** A quarter of a year. */
    public static final int MOST = 13;

    /** What is held about a person, or kept by a hold, may be older. */
    public static final int MOST_OF_A_REPORT = 53;

    public boolean contains(IsoWeek week) {
        return from.compareTo(week) <= 0 && week.compareTo(to) <= 0;
    }

    /** The first day that a grant verified today is about. */
    LocalDate since(LocalDate today) {
        return from.monday().isBefore(today) ? from.monday() : today;
    }

    /** The last day that a grant verified today is about. */
    LocalDate until(LocalDate today) {
        return to.sunday().isAfter(today) ? to.sunday() : today;
    }

    /** @throws RefusedException if they are too many for the purpose, or go on after the grant has ended */
    void checkFor(Purpose purpose, Instant notAfter) {
        checkNumber(purpose.isForFlags() ? MOST : MOST_OF_A_REPORT);
        LocalDate end = LocalDate.ofInstant(notAfter, ZoneOffset.UTC);
        Grant.bounds(to.compareTo(IsoWeek.of(end)) <= 0, "Its weeks go on after it has ended.");
    }

    /** @throws RefusedException if they are more, or end before they begin */
    public void checkNumber(int most) {
        long number = ChronoUnit.WEEKS.between(from.monday(), to.monday()) + 1;
        Grant.bounds(number >= 1, "Its first week, " + from + ", is after its last, " + to + ".");
        Grant.bounds(number <= most, "It is about 1 to " + most + " weeks.");
    }
}
