package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * "An interval that anybody works out for one person's average day is at least {@link Rules#protectedWidth} wide, or
 * reaches down to nothing."
 */
class AttackerTest {

    private static final Rules RULES = new Rules(10, 5, 25);
    private static final List<String> SITES = List.of("facebook", "reddit");
    private static final double ERROR = 1e-3;

    @Test
    void withoutProtectionTheAttackerPinsTheJoiner() {
        List<Staff> staff = department("A", 10, 6, new Random(1));
        staff.add(new Staff("joiner", "A", Map.of("facebook", 90.0), new int[] {0, 0, 0, 5, 5, 5}));
        Attacker attacker = new Attacker(staff, SITES);
        for (int week = 0; week < 6; week++) {
            for (Group group : groups(week, staff)) {
                double mean = mean(week, staff, group, SITES);
                attacker.learn(week, group, Set.copyOf(SITES), mean, mean);
            }
        }
        Attacker.Interval joiner = attacker.about(staff.size() - 1);
        assertThat(joiner.low()).isCloseTo(90, within(ERROR));
        assertThat(joiner.high()).isCloseTo(90, within(ERROR));
    }

    /** A reader who knows everybody else's minutes, say because all the others tell theirs. */
    @Property
    void oneReleaseHidesAnybodyEvenFromSomebodyWhoKnowsAllOthers(@ForAll long seed) {
        List<Person> people = Universities.any(new Random(seed));
        List<Group> groups = Grouping.merge(Universities.departments(people), RULES.minimumGroup());
        Layout whole = Folding.layout(groups, List.of());
        ListTally tally = new ListTally(people);
        for (Group group : groups) {
            GroupSums sums = tally.groups(whole).get(group.name());
            CellSums all = tally.sums(whole).getOrDefault(new CellKey(group.name(), CellKey.ALL), CellSums.NONE);
            double hidden = Step.of(all, sums, RULES).minutes() * sums.personDays();
            for (Person person : tally.members(group)) {
                assertThat(hidden / person.days()).isGreaterThanOrEqualTo(2 * RULES.protectedWidth());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "attacks.csv", useHeadersInDisplayName = true)
    void theMovesOfOnePersonSayNothing(
            String name, int headcount, double minutes, String ofOne, String ofOthers, int tiny) {
        for (int seed = 0; seed < 12; seed++) {
            int[] days = days(ofOne);
            List<Staff> staff = new ArrayList<>();
            staff.add(new Staff("one", "A", Map.of("facebook", minutes), days));
            Random random = new Random(seed);
            for (Staff other : department("A", headcount - 1, days.length, random)) {
                staff.add(new Staff(other.name(), "A", other.aDay(), days(ofOthers)));
            }
            if (tiny > 0) {
                staff.addAll(department("B", 10, days.length, random));
                staff.addAll(department("T", tiny, days.length, random));
            }
            assertProtected(staff, days.length, name + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sixWeeksOfASmallUniversitySayNothingOfAnybody(long seed) {
        Random random = new Random(seed);
        int weeks = 6;
        List<Staff> staff = new ArrayList<>();
        staff.addAll(department("A", 10 + random.nextInt(3), weeks, random));
        staff.addAll(department("B", 10 + random.nextInt(16), weeks, random));
        staff.addAll(department("T", 3, weeks, random));
        staff.add(new Staff("heavy", "A", Map.of("reddit", 450.0), new int[] {5, 5, 5, 5, 5, 5}));
        staff.add(new Staff("joiner", "A", use(random), new int[] {0, 0, 0, 5, 5, 5}));
        staff.add(new Staff("leaver", "B", use(random), new int[] {5, 5, 0, 0, 0, 0}));
        staff.add(new Staff("tiny joiner", "T", use(random), new int[] {0, 5, 5, 5, 5, 5}));
        for (Staff one : List.copyOf(staff)) {
            if (random.nextInt(3) == 0 && one.days()[5] == 5) {
                one.days()[random.nextInt(weeks)] = random.nextInt(5);
            }
        }
        assertProtected(staff, weeks, "seed " + seed);
    }

    private static void assertProtected(List<Staff> staff, int weeks, String where) {
        Attacker attacker = new Attacker(staff, SITES);
        for (int week = 0; week < weeks; week++) {
            learn(attacker, week, staff);
        }
        for (int i = 0; i < staff.size(); i++) {
            Attacker.Interval interval = attacker.about(i);
            assertThat(staff.get(i).average())
                    .as("the attack is right about %s, %s", staff.get(i).name(), where)
                    .isBetween(interval.low() - ERROR, interval.high() + ERROR);
            if (interval.low() > ERROR) {
                assertThat(interval.width())
                        .as("what %s of %s is: %s", staff.get(i).name(), where, interval)
                        .isGreaterThanOrEqualTo(RULES.protectedWidth() - ERROR);
            }
        }
    }

    /** Everything that the release of a week says of minutes. */
    private static void learn(Attacker attacker, int week, List<Staff> staff) {
        List<Group> groups = groups(week, staff);
        List<Cell> cells = Disclosure.decide(
                String.format("2026-W%02d", week + 1),
                Universities.departments(Staff.in(week, staff)),
                SITES,
                new ListTally(Staff.in(week, staff)),
                RULES,
                "slots-1");
        Layout layout = Published.layout(groups, cells);
        ListTally tally = new ListTally(Staff.in(week, staff));
        for (Cell cell : cells) {
            Group group = groups.stream()
                    .filter(one -> one.name().equals(cell.group()))
                    .findFirst()
                    .orElseThrow();
            double step = Published.step(cell, tally.groups(layout).get(group.name()), tally.sums(layout), RULES);
            double value = Published.minutes(cell);
            if (cell.site().equals(CellKey.ALL)) {
                attacker.learn(week, group, Set.copyOf(SITES), value - step / 2, value + step / 2);
            } else {
                attacker.learn(week, group, on(cell, layout), value - step, value + step);
            }
        }
    }

    private static Set<String> on(Cell cell, Layout layout) {
        if (!cell.site().equals(CellKey.OTHER)) {
            return Set.of(cell.site());
        }
        Set<String> other = new HashSet<>(SITES);
        other.removeAll(layout.sites().get(cell.group()));
        return other;
    }

    private static List<Group> groups(int week, List<Staff> staff) {
        return Grouping.merge(Universities.departments(Staff.in(week, staff)), RULES.minimumGroup());
    }

    private static double mean(int week, List<Staff> staff, Group group, List<String> sites) {
        List<Person> people = new ListTally(Staff.in(week, staff)).members(group);
        double minutes = people.stream()
                .mapToDouble(person -> sites.stream()
                        .mapToDouble(site -> person.minutes().getOrDefault(site, 0.0))
                        .sum())
                .sum();
        return minutes / people.stream().mapToInt(Person::days).sum();
    }

    private static List<Staff> department(String name, int headcount, int weeks, Random random) {
        List<Staff> staff = new ArrayList<>();
        for (int i = 0; i < headcount; i++) {
            int[] days = new int[weeks];
            Arrays.fill(days, 5);
            staff.add(new Staff(name + i, name, use(random), days));
        }
        return staff;
    }

    private static Map<String, Double> use(Random random) {
        return Map.of("facebook", random.nextDouble() * 60, "reddit", random.nextDouble() * 20);
    }

    /** A digit for each week. */
    private static int[] days(String digits) {
        return digits.chars().map(digit -> digit - '0').toArray();
    }
}
