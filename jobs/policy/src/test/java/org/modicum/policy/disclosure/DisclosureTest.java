package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for the release of any university. */
class DisclosureTest {

    private static final Rules RULES = new Rules(10, 5, 25);

    @Provide
    Arbitrary<List<Person>> universities() {
        return Arbitraries.longs().map(seed -> Universities.any(new Random(seed)));
    }

    private static List<Cell> release(List<Person> people) {
        return Universities.release(Universities.WEEK, people, RULES);
    }

    @Property
    void everySiteRowRestsOnKPeopleAndNobodyDominatesIt(@ForAll("universities") List<Person> people) {
        List<Cell> cells = release(people);
        Map<CellKey, CellSums> sums = new ListTally(people).sums(published(people, cells));
        for (Cell cell : cells) {
            if (!cell.site().equals(CellKey.ALL)) {
                CellSums sum = sums.get(new CellKey(cell.group(), cell.site()));
                assertThat(sum.people()).isGreaterThanOrEqualTo(10);
                assertThat(sum.minutes() - sum.secondLargest()).isGreaterThanOrEqualTo(1.25 * sum.largest());
            }
        }
    }

    @Property
    void rowsComeInAnOrderThatTheReaderCouldWorkOut(@ForAll("universities") List<Person> people) {
        List<Cell> cells = release(people);
        for (Cell all : totals(cells)) {
            List<Cell> own = new ArrayList<>(rows(cells, all));
            own.removeIf(cell -> cell.site().equals(CellKey.OTHER));
            for (int i = 1; i < own.size(); i++) {
                double before = minutes(own.get(i - 1));
                double after = minutes(own.get(i));
                assertThat(before).isGreaterThanOrEqualTo(after);
                if (before == after) {
                    assertThat(own.get(i - 1).site()).isLessThan(own.get(i).site());
                }
            }
        }
    }

    @Property
    void neitherNobodyNorEverybodyIsEverSaid(@ForAll("universities") List<Person> people) {
        for (Cell cell : release(people)) {
            assertThat(List.of(cell.users(), cell.minutesPerHead(), cell.overThreshold(), cell.overShare()))
                    .doesNotContain("0", "0%", "100%", "0.0");
            for (String count : List.of(cell.users(), cell.overThreshold())) {
                assertThat(count).matches("<10|>=[0-9]+|[0-9]+|");
            }
        }
    }

    @Property(tries = 200)
    void theSameWeekInAnyOrderGivesTheSameRelease(@ForAll("universities") List<Person> people, @ForAll Random random) {
        List<Person> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);
        assertThat(release(shuffled)).isEqualTo(release(people)).isEqualTo(release(people));
    }

    @Property(tries = 200)
    void accountsThatNobodyUsesChangeNothing(
            @ForAll("universities") List<Person> people, @ForAll @IntRange(min = 1, max = 60) int accounts) {
        List<Person> padded = new ArrayList<>(people);
        for (int i = 0; i < accounts; i++) {
            String department = people.get(i % people.size()).department();
            padded.add(new Person(
                    "padding-" + i,
                    department,
                    Map.of(),
                    0,
                    people.get(i % people.size()).threshold()));
        }
        padded.add(new Person("ghost", "Ghosts", Map.of(), 0, Optional.empty()));
        assertThat(release(padded)).isEqualTo(release(people));
    }

    @Test
    void aUniversityOfFewerThanKSaysJustThat() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            people.add(person(i, 100));
        }
        List<Cell> cells = release(people);
        assertThat(cells).singleElement().satisfies(cell -> {
            assertThat(cell.status()).isEqualTo("too-few");
            assertThat(cell.headcount()).isEmpty();
            assertThat(cell.minutesPerHead()).isEmpty();
        });
        assertThat(release(List.of())).isEqualTo(cells);
    }

    @Test
    void whoeverIsInTwoDepartmentsIsOnePerson() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(new Person("A" + i, "A", Map.of("reddit", 100.0), i == 0 ? 3 : 5, Optional.empty()));
            people.add(new Person(i == 0 ? "A0" : "B" + i, "B", Map.of("x", 50.0), i == 0 ? 2 : 5, Optional.empty()));
        }
        assertThat(release(people))
                .singleElement()
                .satisfies(cell -> assertThat(cell.status()).isEqualTo("too-few"));

        for (int i = 0; i < 12; i++) {
            people.add(new Person("C" + i, "C", Map.of("reddit", 100.0), 5, Optional.empty()));
        }
        assertThat(release(people)).extracting(Cell::group).containsOnly("A + B + C");
    }

    private static Person person(int i, double minutes) {
        return new Person("P" + i, "D", minutes > 0 ? Map.of("reddit", minutes) : Map.of(), 5, Optional.empty());
    }

    private static List<Cell> totals(List<Cell> cells) {
        return cells.stream()
                .filter(cell ->
                        cell.site().equals(CellKey.ALL) && !cell.status().equals("too-few"))
                .toList();
    }

    private static List<Cell> rows(List<Cell> cells, Cell all) {
        return cells.stream()
                .filter(cell -> cell.group().equals(all.group()) && cell != all)
                .toList();
    }

    private static double minutes(Cell cell) {
        return Double.parseDouble(cell.minutesPerHead());
    }

    /** The layout that a reader of the release sees. */
    private static Layout published(List<Person> people, List<Cell> cells) {
        List<Department> departments = Universities.departments(people);
        List<Group> groups = totals(cells).stream()
                .map(cell -> new Group(
                        cell.group(),
                        departments.stream()
                                .filter(department -> cell.departmentNames().contains(department.name()))
                                .toList()))
                .toList();
        Map<String, Set<String>> sites = groups.stream()
                .collect(Collectors.toMap(
                        Group::name,
                        group -> EarlierRows.sites(cells.stream()
                                .filter(cell -> cell.group().equals(group.name()))
                                .toList())));
        return new Layout(groups, sites);
    }
}
