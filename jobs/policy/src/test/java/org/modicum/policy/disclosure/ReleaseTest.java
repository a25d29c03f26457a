package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReleaseTest {
    private static final Rules RULES = new Rules(10, 5, 25);
    private static final Map<String, Double> ORDINARY = Map.of("facebook", 12.0, "reddit", 8.0);

    /** One department; weeks apart by "/", in each who was there: people who use both sites + people who use nothing. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "appearing.csv", useHeadersInDisplayName = true)
    void aGroupAppearsAndStays(String name, String weeks, String shown) {
        List<String> parts = List.of(weeks.split("/"));
        List<Worker> workers = new ArrayList<>();
        for (int kind = 0; kind < 2; kind++) {
            int most = 0;
            for (String week : parts) {
                most = Math.max(most, Integer.parseInt(week.split("\\+")[kind]));
            }
            for (int i = 0; i < most; i++) {
                List<Integer> days = new ArrayList<>();
                for (String week : parts) {
                    days.add(i < Integer.parseInt(week.split("\\+")[kind]) ? 5 : 0);
                }
                workers.add(new Worker(kind + "-" + i, "A", kind == 0 ? ORDINARY : Map.of(), days));
            }
        }
        Story story = new Story(workers, Map.of(), parts.size(), Stories.SITES, RULES);
        assertThat(story.releases().values().stream()
                        .map(cells -> cells.get(cells.size() - 1))
                        .map(cell -> cell.status().equals("too-few") ? "-" : cell.users())
                        .collect(Collectors.joining("/")))
                .isEqualTo(shown);
    }

    @Test
    void idleAccountsHideNobody() {
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            workers.add(new Worker("real" + i, "A", ORDINARY, List.of(5)));
        }
        for (int i = 0; i < 100; i++) {
            workers.add(new Worker("idle" + i, "A", Map.of(), List.of(5)));
        }
        assertThat(release(workers)).singleElement().extracting(Cell::status).isEqualTo("too-few");
    }

    @Test
    void aGroupOfOneHeavyUserIsMergedRatherThanShown() {
        List<Worker> workers = new ArrayList<>();
        workers.add(new Worker("heavy", "A", Map.of("reddit", 400.0), List.of(5)));
        for (int i = 0; i < 19; i++) {
            workers.add(new Worker("A" + i, "A", Map.of("reddit", 1.0), List.of(5)));
            workers.add(new Worker("B" + i, "B", Map.of("reddit", 20.0), List.of(5)));
        }
        assertThat(release(workers)).extracting(Cell::group).containsOnly("A + B");
    }

    @Test
    void aSiteOfOneHeavyUserGoesIntoOtherSites() {
        List<Worker> workers = new ArrayList<>();
        workers.add(new Worker("heavy", "A", Map.of("reddit", 400.0), List.of(5)));
        for (int i = 0; i < 29; i++) {
            workers.add(new Worker("A" + i, "A", Map.of("reddit", 1.0, "facebook", 10.0, "youtube", 6.0), List.of(5)));
        }
        assertThat(release(workers)).extracting(Cell::site).containsExactly("facebook", "other", "all");
    }

    @Property(tries = 300)
    void everyCellRestsOnEnoughPeopleAndNoneOfThemStandsOut(@ForAll long seed) {
        Story story = Stories.university(seed, 4, Stories.Absence.WEEKS, RULES);
        story.releases().forEach((week, cells) -> {
            ListTally tally = new ListTally(story.people(Story.number(week)));
            for (Cell cell : cells) {
                if (!cell.departmentNames().isEmpty()) {
                    CellSums sums = sums(tally, cell, cells);
                    assertThat(sums.people()).isGreaterThanOrEqualTo(RULES.minimumGroup());
                    assertThat(sums.passesPercentRule(RULES.dominancePercent())).isTrue();
                    assertThat(new BigDecimal(cell.minutesPerHead())).isPositive();
                    assertThat(cell.users()).isNotIn("0", "<10");
                }
            }
        });
    }

    @Property(tries = 300)
    void theRowOverAllSitesIsTheSumOfTheOthers(@ForAll long seed) {
        List<Cell> cells =
                Stories.university(seed, 1, Stories.Absence.NONE, RULES).release(0, Earlier.NONE);
        cells.stream().collect(Collectors.groupingBy(Cell::group)).values().forEach(rows -> {
            if (rows.size() > 1) {
                BigDecimal sum = rows.stream()
                        .filter(cell -> !cell.site().equals(CellKey.ALL))
                        .map(cell -> new BigDecimal(cell.minutesPerHead()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).isEqualByComparingTo(rows.get(rows.size() - 1).minutesPerHead());
            }
        });
    }

    @Property(tries = 200)
    void everyDepartmentIsInOneGroupAndOrderDoesNotMatter(@ForAll long seed, @ForAll Random random) {
        Story story = Stories.university(seed, 3, Stories.Absence.WEEKS, RULES);
        List<Worker> shuffled = new ArrayList<>(story.workers());
        Collections.shuffle(shuffled, random);
        Story other = new Story(shuffled, story.faculties(), story.weeks(), story.sites(), story.rules());
        assertThat(other.releases()).isEqualTo(story.releases());
        story.releases()
                .values()
                .forEach(cells -> assertThat(cells.stream()
                                .filter(cell -> cell.site().equals(CellKey.ALL))
                                .flatMap(cell -> cell.departmentNames().stream()))
                        .doesNotHaveDuplicates());
    }

    @Test
    void aDepartmentWhoseNameWouldReadAsTwoIsRefused() {
        List<Department> departments = List.of(new Department("Arts; Crafts", "F", 20, Optional.empty()));
        assertThatThrownBy(() -> new Question(Story.FIRST, departments, Stories.SITES, "slots-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Arts; Crafts")
                .hasMessageContaining("staff directory");
    }

    private static List<Cell> release(List<Worker> workers) {
        return new Story(workers, Map.of(), 1, Stories.SITES, RULES).release(0, Earlier.NONE);
    }

    private static CellSums sums(ListTally tally, Cell cell, List<Cell> cells) {
        List<Department> departments = cell.departmentNames().stream()
                .map(name -> new Department(name, "F", 0, Optional.empty()))
                .toList();
        Set<String> sites = new HashSet<>();
        cells.stream()
                .filter(other -> other.group().equals(cell.group()))
                .map(Cell::site)
                .forEach(sites::add);
        Layout layout = new Layout(List.of(new Group(cell.group(), departments)), Map.of(cell.group(), sites));
        return tally.sums(layout).get(new CellKey(cell.group(), cell.site()));
    }
}
