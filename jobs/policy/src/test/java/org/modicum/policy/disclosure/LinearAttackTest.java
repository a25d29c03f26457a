package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Solves for individuals from everything that several weeks' releases say. */
class LinearAttackTest {
    private static final Rules RULES = new Rules(10, 5, 25);
    private static final double WIDTH = RULES.protectedWidth();
    private static final double ERROR = 1e-6;
    private static final List<String> SITES = Stories.SITES;
    private static final Set<String> ANY_SITE = Set.copyOf(SITES);

    @Test
    void theAttackerFindsAJoinerIfMeansArePublishedAsTheyAre() {
        Story story = joinerAmong(20, 90, 0);
        LinearAttacker attacker = new LinearAttacker(story.workers(), SITES);
        for (int week = 0; week < story.weeks(); week++) {
            double minutes = minutes(story, week);
            attacker.learn(week, Set.of("A"), ANY_SITE, new LinearAttacker.Interval(minutes, minutes));
        }
        LinearAttacker.Interval joiner = attacker.about(story.workers().get(0), ANY_SITE, Set.of());
        assertThat(joiner.low()).isCloseTo(90, within(1e-3));
        assertThat(joiner.high()).isCloseTo(90, within(1e-3));
    }

    /** The reason for {@link Blocks}: new accounts that are known to be idle move the lines of a grid per head. */
    @Test
    void theAttackerClosesInOnAJoinerIfMeansAreRoundedPerHead() {
        Story story = joinerAmong(20, 90, 40);
        LinearAttacker attacker = new LinearAttacker(story.workers(), SITES);
        double step = 5;
        for (int week = 0; week < story.weeks(); week++) {
            int personDays = story.people(week).stream().mapToInt(Person::days).sum();
            double rounded = step * Math.round(minutes(story, week) / personDays / step);
            attacker.learn(
                    week,
                    Set.of("A"),
                    ANY_SITE,
                    new LinearAttacker.Interval((rounded - step / 2) * personDays, (rounded + step / 2) * personDays));
        }
        assertThat(attacker.about(story.workers().get(0), ANY_SITE, idle(story)).width())
                .isLessThan(0.75 * WIDTH);
        assertThat(attack(story)
                        .about(story.workers().get(0), ANY_SITE, idle(story))
                        .width())
                .isGreaterThanOrEqualTo(WIDTH - ERROR);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "moves.csv", useHeadersInDisplayName = true)
    void theMovesOfOnePersonLeaveThemABlockWide(
            String name, int headcount, double aDay, String one, String others, double blocks) {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            List<Worker> workers = new ArrayList<>();
            workers.add(new Worker("one", "A", Map.of("facebook", aDay), Stories.days(one)));
            for (int i = 1; i < headcount; i++) {
                workers.add(new Worker("A" + i, "A", Stories.use(random), Stories.days(others)));
            }
            for (int i = 0; i < 25; i++) {
                workers.add(new Worker("B" + i, "B", Stories.use(random), Stories.days(others)));
            }
            assertEverybodyHidden(new Story(workers, Map.of(), one.length(), SITES, RULES), blocks * WIDTH);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whoeverJoinsAndLeavesEverybodyStaysABlockWide(long seed) {
        assertEverybodyHidden(Stories.university(seed, 8, Stories.Absence.NONE, RULES), WIDTH);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void weeksOnLeaveLeaveEverybodyABlockWide(long seed) {
        assertEverybodyHidden(Stories.university(seed, 8, Stories.Absence.WEEKS, RULES), WIDTH);
    }

    /** Days on leave weigh people differently from week to week; docs/reference/disclosure.md says what that costs. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void daysOnLeaveLeaveEverybodyHalfABlockWide(long seed) {
        assertEverybodyHidden(Stories.university(seed, 8, Stories.Absence.DAYS, RULES), WIDTH / 2);
    }

    /** The p % rule: whoever knows their own use cannot come closer than p percent to the most that another can have. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aHeavyUserWhoKnowsTheirOwnUseCannotTellAnothers(long seed) {
        Story story = Stories.university(seed, 1, Stories.Absence.NONE, RULES);
        LinearAttacker attacker = attack(story);
        for (Worker insider : heaviest(story)) {
            for (Worker other : heaviest(story)) {
                if (other != insider && other.department().equals(insider.department())) {
                    assertThat(attacker.about(other, ANY_SITE, Set.of(insider.name()))
                                    .high())
                            .as("%s, by %s", other, insider)
                            .isGreaterThanOrEqualTo(
                                    other.on(ANY_SITE) * (1 + RULES.dominancePercent() / 100.0) - ERROR);
                }
            }
        }
    }

    private static void assertEverybodyHidden(Story story, double width) {
        LinearAttacker attacker = attack(story);
        Set<String> asked = new HashSet<>();
        for (Worker worker : story.workers()) {
            if (asked.add(worker.department() + worker.days())) {
                assertHidden(attacker, worker, ANY_SITE, width);
                SITES.forEach(site -> assertHidden(attacker, worker, Set.of(site), width));
            }
        }
    }

    /** With a whole block always; with less, which is where days of leave come in, unless nothing is possible too. */
    private static void assertHidden(LinearAttacker attacker, Worker worker, Set<String> on, double width) {
        LinearAttacker.Interval interval = attacker.about(worker, on, Set.of());
        if (width >= WIDTH || interval.low() > ERROR) {
            assertThat(interval.width())
                    .as("%s on %s: %s", worker, on, interval)
                    .isGreaterThanOrEqualTo(width - ERROR);
        }
    }

    private static LinearAttacker attack(Story story) {
        LinearAttacker attacker = new LinearAttacker(story.workers(), SITES);
        new Reader(story).teach(attacker);
        return attacker;
    }

    /** The joiner comes in the middle, and an idle new account in every week. */
    private static Story joinerAmong(int others, double aDay, int idle) {
        int weeks = Math.max(6, idle);
        Random random = new Random(1);
        List<Worker> workers = new ArrayList<>();
        workers.add(new Worker("joiner", "A", Map.of("facebook", aDay), Stories.present(weeks, weeks / 2, weeks)));
        for (int i = 0; i < others; i++) {
            workers.add(new Worker("A" + i, "A", Stories.use(random), Stories.present(weeks, 0, weeks)));
        }
        for (int i = 0; i < idle; i++) {
            workers.add(new Worker("idle" + i, "A", Map.of(), Stories.present(weeks, i, weeks)));
        }
        return new Story(workers, Map.of(), weeks, SITES, RULES);
    }

    private static Set<String> idle(Story story) {
        Set<String> names = new HashSet<>();
        story.workers().stream()
                .map(Worker::name)
                .filter(name -> name.startsWith("idle"))
                .forEach(names::add);
        return names;
    }

    private static double minutes(Story story, int week) {
        return story.people(week).stream().mapToDouble(Person::total).sum();
    }

    private static List<Worker> heaviest(Story story) {
        List<Worker> workers = new ArrayList<>(story.workers());
        workers.sort(Collections.reverseOrder(Comparator.comparingDouble(worker -> worker.on(ANY_SITE))));
        return workers.subList(0, 12);
    }
}
