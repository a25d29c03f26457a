package org.modicum.policy.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The grid on which minutes are published: whole blocks of the protected width, counted over all people of the group
 * together. Of a cell's minutes no more is told than in which block they lie, in every group and every week the same
 * grid; what is shown is the block's middle per head.
 *
 * <p>It is the same grid everywhere on purpose. If its lines moved with the headcount, a joiner who is known to do nothing
 * would show between which lines the others' minutes lie, and a few of them would show the minutes themselves.
 *
 * @param width of a block in person-minutes of the week
 * @param personDays over which the mean is taken
 */
record Blocks(double width, long personDays) {

    static Blocks of(GroupSums group, Rules rules) {
        return new Blocks(rules.protectedWidth() * group.mostDays(), group.personDays());
    }

    /** Which block the minutes lie in; the first is 0. */
    long of(double minutes) {
        return (long) Math.floor(minutes / width);
    }

    /** Middle of the block in minutes per person and working day; never nothing. */
    BigDecimal perHead(long block) {
        BigDecimal unit = unit();
        BigDecimal middle = BigDecimal.valueOf((block + 0.5) * width / personDays);
        return middle.divide(unit, 0, RoundingMode.HALF_UP).max(BigDecimal.ONE).multiply(unit);
    }

    /** As fine as two blocks need to be told apart, and no finer. */
    private BigDecimal unit() {
        double block = width / personDays;
        if (block >= 2) {
            return BigDecimal.ONE;
        }
        return block >= 1 ? new BigDecimal("0.5") : new BigDecimal("0.1");
    }

    static String text(BigDecimal minutes) {
        return minutes.stripTrailingZeros().toPlainString();
    }
}
