package org.modicum.pipeline.settings;

import java.time.LocalDate;

/**
 * What makes reading a source lawful.
 *
 * @param regulation the clause of the ICT Regulations that permits the reading
 * @param dpia the reference of the data-protection impact assessment
 * @param from the first day on which the source may be read
 * @param to the first day on which it may no longer be read
 */
public record Sanction(String regulation, String dpia, LocalDate from, LocalDate to) {

    /** Whether the source may be read on this day. */
    public boolean isCurrent(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
