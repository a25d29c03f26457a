package org.modicum.pipeline.summarise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.modicum.policy.protocol.IsoWeek;

/** Which weeks the activity table holds, and which of them are over. */
final class Weeks {
    private Weeks() {}

    /** From the day partitions alone; no row is read. */
    static SortedSet<IsoWeek> with(Table activity) {
        SortedSet<IsoWeek> weeks = new TreeSet<>();
        try (CloseableIterable<FileScanTask> files = activity.newScan().planFiles()) {
            for (FileScanTask file : files) {
                int day = file.file().partition().get(0, Integer.class);
                weeks.add(IsoWeek.of(LocalDate.ofEpochDay(day)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The days of " + activity.name() + " could not be listed", e);
        }
        return weeks;
    }

    /** A week is closed when the grace time after its Sunday is over: by then its last logs have been rotated in. */
    static boolean closed(IsoWeek week, Instant asOf, Duration grace, ZoneId zone) {
        Instant end = week.plusWeeks(1).monday().atStartOfDay(zone).toInstant();
        return !asOf.isBefore(end.plus(grace));
    }
}
