package org.modicum.pipeline.directory;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Leave of a member of staff: days that are nobody's working time.
 *
 * @param username canonical, see {@link UserNames}
 * @param from the first day
 * @param to the last day
 */
public record Absence(String username, LocalDate from, LocalDate to) implements Serializable {

    /** Whether the person is away on this day. */
    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Without the name, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "Absence[from=" + from + ", to=" + to + "]";
    }
}
