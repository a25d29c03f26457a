package org.modicum.policy.disclosure;

import java.util.Map;

/**
 * Adds up whatever the rules ask for, where the people are: sums come out and nobody's record does. Cells without anybody
 * are left out.
 */
public interface Tally {
    Map<CellKey, CellSums> sums(Layout layout);

    Map<String, GroupSums> groups(Layout layout);
}
