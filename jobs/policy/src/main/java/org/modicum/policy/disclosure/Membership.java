package org.modicum.policy.disclosure;

import java.util.Set;
import org.modicum.policy.protocol.IsoWeek;

/** How far a group is the same people in two weeks. It speaks of the staff directory and leave, never of use. */
public interface Membership {
    /**
     * People in scope (members with at least one working day that was not leave) of any of the departments in one of the
     * weeks and of none of them in the other: who joined, left, came back or went on leave. Somebody who moved between
     * two of the departments is not one.
     */
    long changed(Set<String> departments, IsoWeek one, IsoWeek other);
}
