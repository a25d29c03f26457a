package org.modicum.policy.retention;

import java.time.LocalDate;
import java.util.Set;
import org.modicum.policy.protocol.IsoWeek;

/**
 * A person's rows that were copied aside for a hold, under a grant; the sealed copy is there, as it was logged.
 *
 * @param weeks of which all rows of the person were copied
 * @param state the number of the table's state that was read: what was added later is not in the copy
 * @param made when it was logged
 */
public record CopiedAside(Set<IsoWeek> weeks, long state, LocalDate made) {
    public CopiedAside {
        weeks = Set.copyOf(weeks);
    }

    /** Whether of that week nothing that lies in the file is missing in it. */
    boolean has(IsoWeek week, Held file) {
        return weeks.contains(week) && file.written() <= state;
    }
}
