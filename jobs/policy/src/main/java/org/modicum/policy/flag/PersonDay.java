package org.modicum.policy.flag;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.modicum.policy.protocol.Threshold;
import org.modicum.policy.protocol.WorkingTime;

/**
 * A working day of one person. Days of leave are not among a person's days.
 *
 * @param department where the person was on that day, and whose rules hold
 * @param day by the wall clock of the working time's zone
 * @param workRelatedSites sites that are work for this person
 * @param threshold as it was frozen when the week was first met; empty if none was set, and then nobody is above it
 */
public record PersonDay(
        String department,
        LocalDate day,
        WorkingTime workingTime,
        Set<String> workRelatedSites,
        Optional<Threshold> threshold) {

    public PersonDay {
        workRelatedSites = Set.copyOf(workRelatedSites);
    }
}
