package org.modicum.policy.retention;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the audit log knows of a hold, whatever lies in the folder.
 *
 * @param lift what lifted it
 */
public record LoggedHold(String digest, String caseReference, LocalDate expiry, Optional<LoggedLift> lift) {

    /**
     * A lift that was logged.
     *
     * @param day on which it was
     */
    public record LoggedLift(String digest, LocalDate day) {}

    /** The last day on which it holds, or held. */
    public LocalDate end() {
        return lift.map(LoggedLift::day).filter(day -> day.isBefore(expiry)).orElse(expiry);
    }
}
