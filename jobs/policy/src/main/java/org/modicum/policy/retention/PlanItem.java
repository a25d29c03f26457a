package org.modicum.policy.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * One file that goes.
 *
 * @param part the day, week or run that it is of
 * @param path where it is
 * @param bytes its size
 * @param records rows in it; 0 for a file that is no part of a table
 * @param snapshot the table's state in which it was found; empty for a file that no table names
 * @param due the first day on which it may no longer be there; empty for what a killed writer left, which nothing may
 */
public record PlanItem(
        DataKind kind,
        String part,
        String path,
        long bytes,
        long records,
        Optional<String> snapshot,
        Optional<LocalDate> due)
        implements Comparable<PlanItem> {

    /** The part of a file of a table that no table names. */
    public static final String UNREFERENCED = "unreferenced";

    private static final Comparator<PlanItem> ORDER =
            Comparator.comparing(PlanItem::kind).thenComparing(PlanItem::part).thenComparing(PlanItem::path);

    public PlanItem {
        if (path.isEmpty() || part.isEmpty() || bytes < 0 || records < 0) {
            throw new IllegalArgumentException("What goes has a place, a part, and sizes that are not negative");
        }
    }

    @Override
    public int compareTo(PlanItem other) {
        return ORDER.compare(this, other);
    }
}
