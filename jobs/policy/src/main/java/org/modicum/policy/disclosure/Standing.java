package org.modicum.policy.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether departments may be a group of their own. A first time takes more people than staying does, by as many as may
 * come or go without being told of: whether four leave or stay, the group is there.
 */
final class Standing {
    private final Rules rules;
    private final Past past;

    Standing(Rules rules, Past past) {
        this.rules = rules;
        this.past = past;
    }

    boolean byHeadcount(Set<String> departments, long people) {
        return people >= need(departments, rules.enteringPeople());
    }

    boolean byUse(Group group, GroupSums people, CellSums all) {
        Set<String> departments = Set.copyOf(group.departmentNames());
        return byHeadcount(departments, people.headcount())
                && all.people() >= need(departments, rules.enteringUsers())
                && all.passesPercentRule(rules.dominancePercent());
    }

    private long need(Set<String> departments, int entering) {
        return need(past.anchor(departments, cells -> stood(departments, cells)), entering);
    }

    /** How many it takes, given whether what is decided about was published in the release that is leant on. */
    static long need(Optional<Anchor<Boolean>> anchor, int entering) {
        return anchor.map(earlier -> earlier.said() ? entering - earlier.changed() : entering + earlier.changed())
                .orElse((long) entering);
    }

    /**
     * Whether a release had these departments as one or more whole groups, so that telling of them together told nothing
     * new; empty if it knew none of them. A release that showed nothing had no group at all.
     */
    private static Optional<Boolean> stood(Set<String> departments, List<Cell> cells) {
        if (cells.stream().allMatch(cell -> cell.departmentNames().isEmpty())) {
            return Optional.of(false);
        }
        boolean whole = true;
        boolean known = false;
        for (Cell cell : cells) {
            Set<String> shared = new HashSet<>(cell.departmentNames());
            int all = shared.size();
            shared.retainAll(departments);
            known |= !shared.isEmpty();
            whole &= shared.isEmpty() || shared.size() == all;
        }
        return known ? Optional.of(whole) : Optional.empty();
    }
}
