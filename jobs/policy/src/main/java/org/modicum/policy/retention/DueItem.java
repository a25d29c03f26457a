package org.modicum.policy.retention;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What guards look at of a file that is to go.
 *
 * @param last the day from which its time was counted
 * @param due the first day on which it may no longer be there; if a hold kept it longer, the day after the hold's end
 */
public record DueItem(DataKind kind, String part, LocalDate last, LocalDate due, long records) {
    static final Comparator<DueItem> BY_DUE = Comparator.comparing(DueItem::due);
}
