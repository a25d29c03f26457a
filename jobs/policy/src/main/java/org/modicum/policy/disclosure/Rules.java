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
     * W: how much of a person's average working day stays hidden, in minutes. Minutes of a group are told in blocks of
     * this many person-minutes per working day.
     */
    public double protectedWidth() {
        return (double) minimumGroup * roundTo;
    }

    /** So many people must come or go between two releases before a difference between them may be told. */
    int batch() {
        return roundTo;
    }

    /** Users that a cell rests on when it is first published: k are left when all but one of a batch are gone. */
    int enteringUsers() {
        return minimumGroup + batch() - 1;
    }

    /** People of a group when it is first published: one more than users, so that "everybody" is never said. */
    int enteringPeople() {
        return enteringUsers() + 1;
    }
}
