package org.modicum.pipeline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.modicum.policy.protocol.IsoWeek;

/** The weeks of which the store holds activity. */
public final class HeldWeeks {
    private HeldWeeks() {}

    /** From the day partitions alone; no row is read. */
    public static SortedSet<IsoWeek> of(Store store) {
        Table activity = store.table(Tables.ACTIVITY);
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
}
