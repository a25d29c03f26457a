package org.modicum.pipeline.retain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.PlanItem;

/**
 * A file that is held.
 *
 * @param part day, week or run that it is of
 * @param records rows, of a table's file
 * @param snapshot the table's state in which it was found
 * @param last the day from which its time is counted; empty for a table's file that no table names
 * @param weeks the weeks that it is about, in the site's zone; none if it is about no week
 */
record Held(
        DataKind kind,
        String part,
        String path,
        long bytes,
        long records,
        Optional<String> snapshot,
        Optional<LocalDate> last,
        Set<IsoWeek> weeks) {

    static Held file(DataKind kind, String part, SizedFile file, LocalDate last, Set<IsoWeek> weeks) {
        return new Held(kind, part, file.path(), file.bytes(), 0, Optional.empty(), Optional.of(last), weeks);
    }

    static Held unreferenced(DataKind kind, SizedFile file) {
        return new Held(
                kind,
                PlanItem.UNREFERENCED,
                file.path(),
                file.bytes(),
                0,
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    PlanItem item(Optional<LocalDate> due) {
        return new PlanItem(kind, part, path, bytes, records, snapshot, due);
    }
}
