package org.modicum.policy.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.modicum.policy.protocol.IsoWeek;

/**
 * A file that is held.
 *
 * @param part day, week or run that it is of
 * @param records rows, of a table's file
 * @param snapshot the table's state in which it was found
 * @param written the number of the table's state in which it was added; 0 of a file that is no table's
 * @param last the day from which its time is counted; empty for a table's file that no table names
 * @param weeks the weeks that it is about, in the site's zone; none if it is about no week
 */
public record Held(
        DataKind kind,
        String part,
        String path,
        long bytes,
        long records,
        Optional<String> snapshot,
        long written,
        Optional<LocalDate> last,
        Set<IsoWeek> weeks) {

    /** A file that is no table's. */
    public static Held file(DataKind kind, String part, String path, long bytes, LocalDate last, Set<IsoWeek> weeks) {
        return new Held(kind, part, path, bytes, 0, Optional.empty(), 0, Optional.of(last), weeks);
    }

    /** A file in a table's folder that no table names. */
    public static Held unreferenced(DataKind kind, String path, long bytes) {
        return new Held(kind, PlanItem.UNREFERENCED, path, bytes, 0, Optional.empty(), 0, Optional.empty(), Set.of());
    }

    /** The same as something that goes. */
    public PlanItem item(Optional<LocalDate> due) {
        return new PlanItem(kind, part, path, bytes, records, snapshot, due);
    }
}
