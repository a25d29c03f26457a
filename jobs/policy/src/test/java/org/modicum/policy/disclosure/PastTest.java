package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.modicum.policy.protocol.IsoWeek;

class PastTest {
    private static final IsoWeek FIRST = IsoWeek.parse("2026-W02");

    @Test
    void beforeTheFirstReleaseThereIsNothingToLeanOn() {
        assertThat(anchor("", "abc")).isEmpty();
    }

    @Test
    void fewerThanABatchLean() {
        assertThat(anchor("x", "abcdefgh", "abcd")).contains(new Anchor<>("x", 4));
    }

    @Test
    void aBatchDecidesAfresh() {
        assertThat(anchor("x", "abcdefgh", "abc")).isEmpty();
    }

    /** One a week: the fourth week leans on the first as the second does, or steps of one could be told apart. */
    @Test
    void smallStepsDoNotAddUpToASecretWayAround() {
        assertThat(anchor("xxxx", "a", "ab", "abc", "abcd", "abcde")).contains(new Anchor<>("x", 4));
        assertThat(anchor("xxxxx", "a", "ab", "abc", "abcd", "abcde", "abcdef")).isEmpty();
    }

    @Test
    void aWeekThatHadABatchOfNewPeopleIsLeantOnFromThen() {
        assertThat(anchor("xxxxxy", "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg"))
                .contains(new Anchor<>("y", 1));
    }

    @Test
    void aWeekThatSaidSomethingElseIsLeantOnToo() {
        assertThat(anchor("xy", "ab", "abc", "abcd")).contains(new Anchor<>("y", 1));
    }

    @Test
    void theClosestIsLeantOnThoughALaterOneIsNear() {
        assertThat(anchor("xy", "ab", "abcd", "ab")).contains(new Anchor<>("x", 0));
    }

    @Test
    void laterReleasesAreLeftAside() {
        TreeMap<IsoWeek, List<Cell>> releases = new TreeMap<>(Map.of(FIRST, List.of(), FIRST.plusWeeks(1), List.of()));
        Past past = new Past(new Earlier(releases, (departments, one, other) -> 0), FIRST, new Rules(10, 5, 25));
        assertThat(past.anchor(Set.of("A"), cells -> Optional.of("x"))).isEmpty();
    }

    /** What the releases of the first weeks said, a letter for each, and who was there, a letter for each person. */
    private static Optional<Anchor<String>> anchor(String said, String... people) {
        TreeMap<IsoWeek, List<Cell>> releases = new TreeMap<>();
        for (int i = 0; i < said.length(); i++) {
            releases.put(
                    FIRST.plusWeeks(i),
                    List.of(new Cell("", said.substring(i, i + 1), "", "", "", "", "", "", "", "", "", "", "")));
        }
        Membership membership = (departments, one, other) -> {
            Set<Integer> before = letters(people[one.week() - FIRST.week()]);
            Set<Integer> after = letters(people[other.week() - FIRST.week()]);
            Set<Integer> all = new HashSet<>(before);
            all.addAll(after);
            before.retainAll(after);
            return all.size() - before.size();
        };
        IsoWeek week = FIRST.plusWeeks(people.length - 1);
        return new Past(new Earlier(releases, membership), week, new Rules(10, 5, 25))
                .anchor(Set.of("A"), cells -> Optional.of(cells.get(0).group()));
    }

    private static Set<Integer> letters(String people) {
        Set<Integer> letters = new HashSet<>();
        people.chars().forEach(letters::add);
        return letters;
    }
}
