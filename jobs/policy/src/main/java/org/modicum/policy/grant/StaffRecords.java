package org.modicum.policy.grant;

import java.time.LocalDate;
import java.util.Set;

/** What the staff directory knows, as far as grants ask. */
public interface StaffRecords {

    /**
     * The departments that a person was in on any of these days.
     *
     * @param to the last day
     * @return none if the directory has no such user name on these days in exactly its own spelling
     */
    Set<String> departments(UserName person, LocalDate from, LocalDate to);

    /**
     * Whether anybody was in this department on any of these days.
     *
     * @param to the last day
     * @return false if the directory spells it otherwise
     */
    boolean hasDepartment(String department, LocalDate from, LocalDate to);
}
