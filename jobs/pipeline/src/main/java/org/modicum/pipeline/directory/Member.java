package org.modicum.pipeline.directory;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;

/**
 * A member of staff in one department for one period. Who changed department has one of these for each.
 *
 * @param username canonical, see {@link UserNames}
 * @param department its name
 * @param faculty the name of what small departments are merged within
 * @param lineManager canonical user name; empty when the directory names none
 * @param roles in lower case
 * @param from the first day; {@link LocalDate#MIN} when open
 * @param to the last day, as personnel systems print it; {@link LocalDate#MAX} when open
 */
public record Member(
        String username,
        String department,
        String faculty,
        String lineManager,
        Set<String> roles,
        LocalDate from,
        LocalDate to)
        implements Serializable {

    public Member {
        roles = Set.copyOf(roles);
    }

    /** Whether the person is in the department on this day. */
    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Without the names, so that they cannot slip into a log. */
    @Override
    public String toString() {
        return "Member[department=" + department + ", from=" + from + ", to=" + to + "]";
    }
}
