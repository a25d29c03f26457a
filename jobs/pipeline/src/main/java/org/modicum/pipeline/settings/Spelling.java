package org.modicum.pipeline.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class Spelling {

    private Spelling() {}

    /** {@code ; did you mean X?} or the whole list of what there is. */
    static String suggestion(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> "; there is "
                        + String.join(", ", known.stream().sorted().toList()));
    }

    private static Optional<String> nearest(String written, Collection<String> known) {
        String plain = plain(written);
        int tolerance = Math.max(1, plain.length() / 3);
        return known.stream()
                .filter(name -> distance(plain, plain(name)) <= tolerance)
                .min(Comparator.<String>comparingInt(name -> distance(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }

    /** Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, changes and swaps of letters. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
