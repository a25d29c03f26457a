package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.List;

/** How many people, said so that neither few nor all but few can be told. */
final class Counts {
    private final Rules rules;

    Counts(Rules rules) {
        this.rules = rules;
    }

    /** To the nearest multiple; halves go up. */
    long rounded(long count) {
        long base = rules.roundTo();
        return Math.floorDiv(2 * count + base, 2 * base) * base;
    }

    /**
     * @param count of the {@code of} people
     * @return a rounded count; {@code <k} for fewer than k, nobody among them; {@code >=n} for all but fewer than k,
     *     everybody among them
     */
    String show(long count, long of) {
        int k = rules.minimumGroup();
        if (count < k) {
            return "<" + k;
        }
        if (of - count < k) {
            return ">=" + Math.max(k, Math.floorDiv(of - k, rules.roundTo()) * rules.roundTo());
        }
        return Long.toString(Math.max(k, rounded(count)));
    }

    /**
     * A share as a band. A band ends only where at least k people are on either side of its end, so that a share says
     * no more than a count may; in a group of fewer than 2 k people there is no such end and no share.
     */
    String band(long count, long of) {
        List<Integer> ends = new ArrayList<>();
        for (int percent = 10; percent <= 90; percent += 10) {
            if (percent * of >= 100L * rules.minimumGroup() && (100 - percent) * of >= 100L * rules.minimumGroup()) {
                ends.add(percent);
            }
        }
        if (ends.isEmpty()) {
            return "";
        }
        int below = 0;
        for (int end : ends) {
            if (100 * count < end * of) {
                return below == 0 ? "<" + end + "%" : below + "-" + end + "%";
            }
            below = end;
        }
        return ">=" + below + "%";
    }
}
