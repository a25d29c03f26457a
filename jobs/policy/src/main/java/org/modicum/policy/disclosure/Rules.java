package org.modicum.policy.disclosure;

/**
 * @param minimumGroup k: the fewest people a published cell may rest on
 * @param roundTo counts of people are rounded to this
 * @param dominancePercent p of the p % rule
 */
public record Rules(int minimumGroup, int roundTo, int dominancePercent) {
    /** Below five, people recognise each other; no setting can go there. */
    public static final int LEAST_MINIMUM = 5;

    public Rules {
        if (minimumGroup < LEAST_MINIMUM) {
            throw new IllegalArgumentException("A published figure rests on at least " + LEAST_MINIMUM + " people; "
                    + minimumGroup + " is too few");
        }
        if (roundTo < LEAST_MINIMUM) {
            throw new IllegalArgumentException("Counts are rounded to at least " + LEAST_MINIMUM + ", not " + roundTo);
        }
        if (dominancePercent < 1 || dominancePercent > 100) {
            throw new IllegalArgumentException("The p of the p % rule is from 1 to 100, not " + dominancePercent);
        }
    }

    /**
     * Within how many minutes a working day nobody's use can be told from releases: an interval that anybody works out
     * for one person's average day is at least so wide, or reaches down to nothing. docs/reference/disclosure.md says for
     * which knowledge and for how many releases that holds.
     */
    public double protectedWidth() {
        return (double) minimumGroup * roundTo;
    }
}
