package org.modicum.policy.disclosure;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modicum.policy.protocol.IsoWeek;

/**
 * What a release must be checked against so that its difference to an earlier one is nobody's. Published cells are
 * enough; nothing else has to be kept for it.
 *
 * @param releases the cells of every release that is still published, as they were published
 * @param membership of the weeks of those releases and of the one to be decided
 */
public record Earlier(SortedMap<IsoWeek, List<Cell>> releases, Membership membership) {
    /** Before the first release. */
    public static final Earlier NONE = new Earlier(new TreeMap<>(), (departments, one, other) -> 0);
}
