package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.modicum.policy.protocol.IsoWeek;

/** Whether somebody who came or went uses anything, or too much, must not show in a count, a share, a row or a group. */
class DifferenceTest {
    private static final Rules RULES = new Rules(5, 5, 25);
    private static final List<String> SITES = List.of("facebook", "reddit", "tiktok");
    private static final int WEEKS = 2;

    private enum Kind {
        IDLE(Map.of()),
        USER(Map.of("facebook", 10.0, "reddit", 10.0)),
        OVER(Map.of("facebook", 20.0, "reddit", 20.0));

        private final Map<String, Double> aDay;

        Kind(Map<String, Double> aDay) {
            this.aDay = aDay;
        }
    }

    @Test
    void noKindOfJoinerShowsInAnySmallUniversity() {
        int universities = 0;
        for (int headcount = 6; headcount <= 19; headcount++) {
            for (int users = 0; users <= headcount; users++) {
                for (int over = 0; over <= users; over++) {
                    List<List<String>> idle = told(story(headcount, users, over, Kind.IDLE, "05"));
                    assertThat(told(story(headcount, users, over, Kind.USER, "05")))
                            .isEqualTo(idle);
                    assertThat(told(story(headcount, users, over, Kind.OVER, "05")))
                            .isEqualTo(idle);
                    universities++;
                }
            }
        }
        assertThat(universities).isEqualTo(1484);
    }

    /** What the test above would find if releases did not look back: the thirteenth user changes ten into fifteen. */
    @Test
    void aJoinerWouldShowIfReleasesDidNotLookBack() {
        Rules rules = new Rules(10, 5, 25);
        Story over = new Story(story(30, 29, 12, Kind.OVER, "05").workers(), Map.of(), WEEKS, SITES, rules);
        Story user = new Story(story(30, 29, 12, Kind.USER, "05").workers(), Map.of(), WEEKS, SITES, rules);
        assertThat(told(over.releasesThatDoNotLookBack())).isNotEqualTo(told(user.releasesThatDoNotLookBack()));
        assertThat(told(over.releases())).isEqualTo(told(user.releases()));
    }

    /** The first week is the same whoever of its people leaves; so must the second be. */
    @Test
    void noKindOfLeaverShowsInAnySmallUniversity() {
        for (int headcount = 6; headcount <= 19; headcount++) {
            for (int users = 1; users <= headcount; users++) {
                for (int over = 1; over <= users; over++) {
                    List<List<String>> ofOver = told(story(headcount, users - 1, over - 1, Kind.OVER, "50"));
                    if (users > over) {
                        assertThat(told(story(headcount, users - 1, over, Kind.USER, "50")))
                                .isEqualTo(ofOver);
                    }
                    if (headcount > users) {
                        assertThat(told(story(headcount, users, over, Kind.IDLE, "50")))
                                .isEqualTo(ofOver);
                    }
                }
            }
        }
    }

    @Property(tries = 300)
    void fewerThanABatchOfMovesOverManyWeeksShowNothing(
            @ForAll @IntRange(min = 20, max = 60) int headcount,
            @ForAll @IntRange(min = 0, max = 100) int percentIdle,
            @ForAll @IntRange(min = 0, max = 100) int percentOver,
            @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 63) Integer> movers) {
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < headcount; i++) {
            Kind kind = i * 100 < percentIdle * headcount / 2
                    ? Kind.IDLE
                    : i * 100 > (100 - percentOver) * headcount ? Kind.OVER : Kind.USER;
            workers.add(new Worker("A" + i, "A", kind.aDay, Stories.present(6, 0, 6)));
        }
        for (int i = 0; i < movers.size(); i++) {
            List<Integer> days = new ArrayList<>();
            for (int week = 0; week < 6; week++) {
                days.add((movers.get(i) >> week & 1) * 5);
            }
            workers.add(new Worker("mover" + i, "A", Kind.values()[i % 3].aDay, days));
        }
        List<List<String>> told = told(new Story(workers, Map.of(), 6, SITES, RULES)).stream()
                .map(DifferenceTest::withoutShares)
                .toList();
        assertThat(told).allSatisfy(week -> assertThat(week).isEqualTo(told.get(0)));
    }

    /** A share follows from its count and the headcount, and everybody may know that one has changed. */
    private static List<String> withoutShares(List<String> week) {
        return week.stream().map(row -> row.replaceAll("[^ ]*%", "")).toList();
    }

    private static Story story(int headcount, int users, int over, Kind mover, String days) {
        List<Worker> workers = new ArrayList<>();
        workers.add(new Worker("mover", "A", mover.aDay, Stories.days(days)));
        int others = days.startsWith("5") ? headcount - 1 : headcount;
        for (int i = 0; i < others; i++) {
            Kind kind = i < over ? Kind.OVER : i < users ? Kind.USER : Kind.IDLE;
            workers.add(new Worker("A" + i, "A", kind.aDay, Stories.present(WEEKS, 0, WEEKS)));
        }
        return new Story(workers, Map.of(), WEEKS, SITES, RULES);
    }

    /** Of every week all that is told but minutes, which have a test of their own ({@link LinearAttackTest}). */
    private static List<List<String>> told(Story story) {
        return told(story.releases());
    }

    private static List<List<String>> told(SortedMap<IsoWeek, List<Cell>> releases) {
        return releases.values().stream()
                .map(cells -> cells.stream()
                        .map(cell -> String.join(
                                " ", cell.group(), cell.site(), cell.users(), cell.overThreshold(), cell.overShare()))
                        .toList())
                .toList();
    }
}
