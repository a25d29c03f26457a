package org.modicum.pipeline.retain;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.protocol.IsoWeek;

/**
 * The day, week or run that a table's file is of. Every file is of one, so that it goes whole or not at all.
 *
 * @param last the day from which its time is counted
 * @param weeks that it is about
 */
record Part(String name, LocalDate last, Set<IsoWeek> weeks) {
    private static final int RUN_DAY_DIGITS = 8;
    private static final long MICROS = 1_000_000;

    /**
     * @param file with its column statistics
     * @throws IllegalStateException if it is of several, which nothing in this program writes
     */
    static Part of(Tables table, DataFile file, ZoneId zone) {
        return switch (table) {
            case ACTIVITY -> day(LocalDate.ofEpochDay(file.partition().get(0, Integer.class)), zone);
            case MALFORMED_LINE -> run(file.partition().get(0, String.class));
            case INGESTED_FILE -> reading((Long) only(file, table, "read_at", Types.TimestampType.withZone()));
            case RELEASE, THRESHOLD ->
                week(IsoWeek.parse(
                        only(file, table, "week", Types.StringType.get()).toString()));
        };
    }

    /** The rows of some parts, and no others. */
    static Expression rows(Tables table, Collection<String> names) {
        Expression rows = Expressions.alwaysFalse();
        for (String name : names) {
            rows = Expressions.or(rows, rows(table, name));
        }
        return rows;
    }

    static Expression rows(Tables table, String name) {
        return switch (table) {
            case ACTIVITY -> {
                LocalDate day = LocalDate.parse(name);
                yield Expressions.and(
                        Expressions.greaterThanOrEqual("quarter", micros(day)),
                        Expressions.lessThan("quarter", micros(day.plusDays(1))));
            }
            case MALFORMED_LINE -> Expressions.equal("run", name);
            case INGESTED_FILE ->
                Expressions.equal("read_at", ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(name)));
            case RELEASE, THRESHOLD -> Expressions.equal("week", name);
        };
    }

    /** A day of UTC may be of two weeks: it begins on Sunday in one zone and on Monday in another. */
    static Part day(LocalDate day, ZoneId zone) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
        IsoWeek first = IsoWeek.of(LocalDate.ofInstant(start, zone));
        IsoWeek last = IsoWeek.of(LocalDate.ofInstant(end, zone));
        return new Part(day.toString(), day, first.equals(last) ? Set.of(first) : Set.of(first, last));
    }

    static Part week(IsoWeek week) {
        return new Part(week.toString(), week.sunday(), Set.of(week));
    }

    /** A run is called by the moment at which it began. */
    static Part run(String run) {
        if (!run.matches("[0-9]{8}.*")) {
            throw new IllegalStateException("A run is called by its time, like 20260310T020000.000Z");
        }
        LocalDate day = LocalDate.parse(run.substring(0, RUN_DAY_DIGITS), DateTimeFormatter.BASIC_ISO_DATE);
        return new Part(run, day, Set.of());
    }

    private static Part reading(long micros) {
        Instant moment = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        return new Part(moment.toString(), LocalDate.ofInstant(moment, ZoneOffset.UTC), Set.of());
    }

    private static Object only(DataFile file, Tables table, String column, Type type) {
        int id = table.schema().findField(column).fieldId();
        Object lower = bound(file.lowerBounds(), id, type);
        Object upper = bound(file.upperBounds(), id, type);
        if (lower == null || upper == null || !lower.toString().equals(upper.toString())) {
            throw new IllegalStateException("A file of " + table.sparkName() + " is of no single " + column);
        }
        return lower;
    }

    private static Object bound(Map<Integer, ByteBuffer> bounds, int id, Type type) {
        ByteBuffer bytes = bounds == null ? null : bounds.get(id);
        return bytes == null ? null : Conversions.fromByteBuffer(type, bytes);
    }

    private static long micros(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * MICROS;
    }
}
