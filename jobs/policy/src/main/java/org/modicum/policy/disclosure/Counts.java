package org.modicum.policy.disclosure;

import java.util.Optional;

/** How many people, said so that neither few nor all but few can be told. */
public final class Counts {
    /** Shares of fewer people are not given: each of them would be several per cent (HESA's rule is 22.5). */
    private static final int LEAST_OF_A_SHARE = 25;

    private static final String FEWER = "<";
    private static final String AT_LEAST = ">=";

    private final Rules rules;

    public Counts(Rules rules) {
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
    public String show(long count, long of) {
        int k = rules.minimumGroup();
        if (count < k) {
            return FEWER + k;
        }
        if (of - count < k) {
            return AT_LEAST + Math.max(k, Math.floorDiv(of - k, rules.roundTo()) * rules.roundTo());
        }
        return Long.toString(Math.max(k, rounded(count)));
    }

    /** What the release leant on said, if those who came or went since could have made the difference. */
    String show(long count, long of, Optional<Anchor<String>> anchor) {
        return anchor.filter(earlier -> distance(count, earlier.said()) <= earlier.changed())
                .map(Anchor::said)
                .orElseGet(() -> show(count, of));
    }

    /**
     * A share as a band, from the published count, so that it says no more.
     *
     * @param shown as {@link #show} gives it
     * @return empty for fewer than 25 people, or if the band would be everything
     */
    public String share(String shown, long of) {
        if (of < LEAST_OF_A_SHARE) {
            return "";
        }
        if (shown.startsWith(FEWER)) {
            long end = Math.floorDiv(10L * rules.minimumGroup() + of - 1, of) * 10;
            return end >= 100 ? "" : FEWER + end + "%";
        }
        if (shown.startsWith(AT_LEAST)) {
            long start = tens(number(shown), of);
            return start == 0 ? "" : ">" + start + "%";
        }
        long count = number(shown);
        // The upper half mirrors the lower, so that what is not among them is told like what is.
        long start = 2 * count <= of ? tens(count, of) : 90 - tens(of - count, of);
        if (start == 0) {
            return "<10%";
        }
        return start == 90 ? ">90%" : start + "-" + (start + 10) + "%";
    }

    private static long tens(long count, long of) {
        return Math.floorDiv(10 * count, of) * 10;
    }

    /** How far a count is from the counts that a text stands for. */
    private long distance(long count, String shown) {
        long low = 0;
        long high = Long.MAX_VALUE;
        if (shown.startsWith(FEWER)) {
            high = number(shown) - 1;
        } else if (shown.startsWith(AT_LEAST)) {
            low = number(shown);
        } else {
            long middle = number(shown);
            low = Math.max(rules.minimumGroup(), middle - rules.roundTo() / 2);
            high = middle + (rules.roundTo() - 1) / 2;
        }
        return count < low ? low - count : Math.max(0, count - high);
    }

    private static long number(String shown) {
        return Long.parseLong(shown.replace(FEWER, "").replace(AT_LEAST, ""));
    }
}
