package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Simulated universities: a department of three, some about as large as a group must be, a larger one. */
final class Stories {
    static final List<String> SITES = List.of("facebook", "reddit", "youtube");
    private static final int WEEK = 5;

    private Stories() {}

    enum Absence {
        NONE,
        WEEKS,
        DAYS
    }

    static Story university(long seed, int weeks, Absence absence, Rules rules) {
        Random random = new Random(seed);
        List<Worker> workers = new ArrayList<>();
        Map<String, String> faculties = new HashMap<>();
        int[] headcounts = {3, 14 + random.nextInt(4), 16 + random.nextInt(8), 20 + random.nextInt(25)};
        for (int i = 0; i < headcounts.length; i++) {
            faculties.put("D" + i, i < 3 ? "F" : "G");
            for (int j = 0; j < headcounts[i]; j++) {
                workers.add(new Worker("D" + i + "-" + j, "D" + i, use(random), days(random, weeks, absence)));
            }
        }
        return new Story(workers, faculties, weeks, SITES, rules);
    }

    /** Most use some of each site; one in twenty nothing, one in twenty very much. */
    static Map<String, Double> use(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Map.of();
            case 1 -> Map.of("reddit", 100 + 300 * random.nextDouble());
            default ->
                Map.of(
                        "facebook", 40 * random.nextDouble(),
                        "reddit", 20 * random.nextDouble(),
                        "youtube", 50 * random.nextDouble() * random.nextDouble());
        };
    }

    /** A digit for each week: working days. */
    static List<Integer> days(String digits) {
        return digits.chars().mapToObj(digit -> digit - '0').toList();
    }

    static List<Integer> present(int weeks, int from, int to) {
        List<Integer> days = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            days.add(week >= from && week < to ? WEEK : 0);
        }
        return days;
    }

    private static List<Integer> days(Random random, int weeks, Absence absence) {
        int kind = random.nextInt(8);
        int from = kind == 0 ? random.nextInt(weeks) : 0;
        int to = kind == 1 ? 1 + random.nextInt(weeks) : weeks;
        List<Integer> days = present(weeks, from, to);
        for (int week = 0; week < weeks; week++) {
            if (absence != Absence.NONE && random.nextInt(12) == 0) {
                days.set(week, absence == Absence.WEEKS ? 0 : Math.min(days.get(week), random.nextInt(WEEK)));
            }
        }
        return days;
    }
}
