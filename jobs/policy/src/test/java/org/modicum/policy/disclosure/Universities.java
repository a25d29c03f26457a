package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Threshold;

/** Small simulated universities: departments of any size, people who use little, and a few who use very much. */
final class Universities {
    static final List<String> SITES = List.of("bluesky", "facebook", "instagram", "reddit", "tiktok");
    static final IsoWeek WEEK = IsoWeek.parse("2026-W02");
    private static final double HEAVY = 450;

    private Universities() {}

    static List<Person> any(Random random) {
        List<Person> people = new ArrayList<>();
        int departments = 1 + random.nextInt(6);
        for (int i = 0; i < departments; i++) {
            Optional<Threshold> threshold = threshold(random);
            int size = 1 + random.nextInt(random.nextBoolean() ? 8 : 45);
            double keen = random.nextDouble();
            for (int j = 0; j < size; j++) {
                int days = random.nextInt(8) == 0 ? 1 + random.nextInt(4) : 5;
                boolean heavy = random.nextInt(25) == 0;
                Map<String, Double> minutes = heavy ? Map.of("reddit", HEAVY * days) : ordinary(random, keen, days);
                people.add(new Person("D" + i + "-" + j, "D" + i, minutes, days, threshold));
            }
        }
        return people;
    }

    private static Map<String, Double> ordinary(Random random, double keen, int days) {
        Map<String, Double> minutes = new HashMap<>();
        for (String site : SITES) {
            if (random.nextDouble() < keen) {
                minutes.put(site, random.nextInt(8) * 0.25 * random.nextInt(20) * days);
            }
        }
        return minutes;
    }

    private static Optional<Threshold> threshold(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Threshold(WEEK, 150, Per.WEEK));
            default -> Optional.of(new Threshold(WEEK, 30, Per.DAY));
        };
    }

    /** Two faculties, and headcounts of those who worked at all. */
    static List<Department> departments(List<Person> people) {
        return people.stream()
                .map(Person::department)
                .distinct()
                .map(name -> new Department(
                        name,
                        "F" + name.hashCode() % 2,
                        (int) people.stream()
                                .filter(person -> person.department().equals(name) && person.days() > 0)
                                .count(),
                        people.stream()
                                .filter(person -> person.department().equals(name))
                                .findFirst()
                                .flatMap(Person::threshold)))
                .toList();
    }

    static List<Cell> release(IsoWeek week, List<Person> people, Rules rules) {
        Question question = new Question(week, departments(people), SITES, "slots-1");
        return Disclosure.decide(question, new ListTally(people), Earlier.NONE, rules);
    }
}
