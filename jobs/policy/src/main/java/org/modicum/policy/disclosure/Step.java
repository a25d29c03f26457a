package org.modicum.policy.disclosure;

import java.util.Locale;

/**
 * To what minutes per head are rounded. The larger the group, the finer: what one person adds to the mean is hidden as
 * long as step × person-days / the person's days is at least twice the protected width. If all work on the same days, that
 * is headcount × step; if most are on leave, whoever is not weighs more and the step is coarser.
 *
 * @param minutes per person and working day
 */
record Step(double minutes) {
    private static final double[] LADDER = {0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240, 480};
    private static final int WEEKS_TOGETHER = 2;

    /**
     * The finest step that hides one person.
     *
     * @param all the group's cell over all sites
     */
    static Step of(CellSums all, GroupSums group, Rules rules) {
        for (double minutes : LADDER) {
            Step step = new Step(minutes);
            if (step.hidesTheBusiest(group, rules) && step.hidesTheLargest(all, group, rules)) {
                return step;
            }
        }
        return new Step(LADDER[LADDER.length - 1]);
    }

    /** Twice over, because weeks with different people on leave, read together, say more than each of them alone. */
    private boolean hidesTheBusiest(GroupSums group, Rules rules) {
        return group.personDays() * minutes >= WEEKS_TOGETHER * rules.protectedWidth() * group.mostDays();
    }

    /**
     * The p % rule with the rounding counted in: what the second largest contributor does not know (the others'
     * minutes, and what rounding hides) is at least p percent of the largest. If fewer than k people contribute, the
     * rounding must hide the largest altogether.
     */
    private boolean hidesTheLargest(CellSums all, GroupSums group, Rules rules) {
        int percent = all.people() < rules.minimumGroup() ? 100 : rules.dominancePercent();
        double hidden = group.personDays() * minutes;
        return all.minutes() - all.largest() - all.secondLargest() + hidden >= percent / 100.0 * all.largest();
    }

    long units(double minutesPerHead) {
        return Math.round(minutesPerHead / minutes);
    }

    /** Nothing is never said: what rounds to it is less than one step. */
    String show(long units) {
        return units == 0 ? "<" + number(minutes) : number(units * minutes);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
