package org.modicum.pipeline.ingest;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.settings.Sanction;
import org.modicum.policy.protocol.IsoWeek;

/**
 * The times that may be stored at a given moment: within the sanction, not too old, not in the future, not past the time
 * that activity is kept, and not in a week that was released or whose key was destroyed. Seconds since the epoch, UTC.
 */
record Window(
        long sanctionFrom,
        long sanctionTo,
        long oldest,
        long newest,
        long kept,
        List<Span> destroyed,
        List<Span> released,
        List<IsoWeek> open)
        implements Serializable {

    /** Clocks of proxies may run ahead by this much. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private static final int QUARTER_SECONDS = 900;

    record Span(long from, long to) implements Serializable {}

    /** @param closed what takes no more activity */
    static Window at(Instant asOf, Duration maxAge, Sanction sanction, Closed closed, ZoneId zone) {
        Instant kept = closed.firstKept().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant oldest = asOf.minus(maxAge);
        Instant newest = asOf.plus(CLOCK_TOLERANCE);
        List<Span> destroyed = new ArrayList<>();
        List<Span> released = new ArrayList<>();
        List<IsoWeek> open = new ArrayList<>();
        IsoWeek last = IsoWeek.of(LocalDate.ofInstant(newest, zone));
        for (IsoWeek week = IsoWeek.of(LocalDate.ofInstant(oldest, zone));
                week.compareTo(last) <= 0;
                week = week.plusWeeks(1)) {
            Span span = new Span(start(week, zone), start(week.plusWeeks(1), zone));
            if (closed.destroyed().contains(week)) {
                destroyed.add(span);
            } else if (closed.released().contains(week)) {
                released.add(span);
            } else if (span.to() > kept.getEpochSecond()) {
                open.add(week);
            }
        }
        return new Window(
                start(sanction.from(), zone),
                start(sanction.to(), zone),
                oldest.getEpochSecond(),
                newest.getEpochSecond(),
                kept.getEpochSecond(),
                List.copyOf(destroyed),
                List.copyOf(released),
                List.copyOf(open));
    }

    static long start(IsoWeek week, ZoneId zone) {
        return start(week.monday(), zone);
    }

    static long start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    /** Why a quarter-hour (its start, in seconds) is not stored; empty when it may be. */
    Optional<Fate> refusal(long quarter) {
        if (quarter < sanctionFrom || quarter >= sanctionTo) {
            return Optional.of(Fate.OUTSIDE_SANCTION);
        }
        if (quarter < oldest - QUARTER_SECONDS) {
            return Optional.of(Fate.TOO_OLD);
        }
        if (quarter >= newest) {
            return Optional.of(Fate.IN_FUTURE);
        }
        if (quarter < kept || holds(destroyed, quarter)) {
            return Optional.of(Fate.DELETED);
        }
        return holds(released, quarter) ? Optional.of(Fate.LATE) : Optional.empty();
    }

    /** For every mark of every hit, so without a stream. */
    private static boolean holds(List<Span> weeks, long quarter) {
        for (Span week : weeks) {
            if (quarter >= week.from() && quarter < week.to()) {
                return true;
            }
        }
        return false;
    }
}
