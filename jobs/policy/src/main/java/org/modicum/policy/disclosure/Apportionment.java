package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rounds parts so that they add up to their rounded total (largest remainders, as seats are given in Hamilton's method). */
final class Apportionment {
    private Apportionment() {}

    /**
     * @param parts in units, not rounded; they add up to what {@code total} was rounded from
     * @return whole units that add up to {@code total}, each less than one away from its part
     */
    static long[] round(double[] parts, long total) {
        long[] rounded = new long[parts.length];
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            rounded[i] = (long) Math.floor(parts[i]);
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparingDouble((Integer i) -> parts[i] - rounded[i])
                .reversed()
                .thenComparing(i -> i));
        long left = total - Arrays.stream(rounded).sum();
        for (int i = 0; i < left && i < parts.length; i++) {
            rounded[byRemainder.get(i)]++;
        }
        return rounded;
    }
}
