package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GroupingTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "groups.csv", useHeadersInDisplayName = true)
    void mergesWhatIsTooSmall(String name, String departments, String groups) {
        List<Department> all = departments == null
                ? List.of()
                : Stream.of(departments.split(" ")).map(GroupingTest::parsed).toList();
        String merged = merge(all, 10).stream()
                .map(group -> group.name() + "=" + group.headcount())
                .collect(Collectors.joining(" "));
        assertThat(merged).isEqualTo(groups == null ? "" : groups);
    }

    private static Department parsed(String text) {
        String[] parts = text.split("[/=]");
        return new Department(parts[1], parts[0], Integer.parseInt(parts[2]), Optional.empty());
    }

    @Property
    void everyDepartmentIsInExactlyOneGroupOfAtLeastK(
            @ForAll @Size(max = 25) List<@IntRange(max = 30) Integer> headcounts,
            @ForAll @IntRange(min = 1, max = 6) int faculties,
            @ForAll @IntRange(min = 5, max = 20) int k) {
        List<Department> departments = departments(headcounts, faculties);
        List<Group> groups = merge(departments, k);
        List<String> inScope = departments.stream()
                .filter(department -> department.headcount() > 0)
                .map(Department::name)
                .toList();
        int people = headcounts.stream().mapToInt(Integer::intValue).sum();
        assertThat(groups.isEmpty()).isEqualTo(people < k);
        assertThat(groups).allSatisfy(group -> assertThat(group.headcount()).isGreaterThanOrEqualTo(k));
        assertThat(groups.stream().map(Group::name)).doesNotHaveDuplicates();
        if (!groups.isEmpty()) {
            assertThat(groups.stream().flatMap(group -> group.departmentNames().stream()))
                    .containsExactlyInAnyOrderElementsOf(inScope);
        }
    }

    @Property
    void orderDoesNotMatter(
            @ForAll @Size(max = 25) List<@IntRange(max = 30) Integer> headcounts, @ForAll Random random) {
        List<Department> departments = departments(headcounts, 3);
        List<Department> shuffled = new ArrayList<>(departments);
        Collections.shuffle(shuffled, random);
        assertThat(merge(shuffled, 10)).isEqualTo(merge(departments, 10));
    }

    @Test
    void takesTheDepartmentWithWhichItWasTogetherIfThereIsAChoice() {
        List<Department> departments =
                Stream.of("F/A=3", "F/B=12", "F/C=13").map(GroupingTest::parsed).toList();
        Cell together = new Cell(
                "2026-W02", "A + C", "A;C", "15", CellKey.ALL, "15", "5", "", "", "", "", "no-threshold", "slots-1");
        assertThat(new Grouping((names, people) -> people >= 10, List.of(together)).merge(departments))
                .extracting(Group::name)
                .containsExactly("A + C", "B");
    }

    @Test
    void mergesAGroupThatFailsForItsUseWithinItsFaculty() {
        Grouping grouping = new Grouping((names, people) -> people >= 10, List.of());
        List<Group> groups = grouping.merge(Stream.of("F/A=30", "F/B=20", "G/C=10", "G/D=40")
                .map(GroupingTest::parsed)
                .toList());
        assertThat(grouping.mergeFurther(groups, Set.of("B")))
                .extracting(Group::name)
                .containsExactly("A + B", "C", "D");
        assertThat(grouping.mergeFurther(groups, Set.of("C", "D")))
                .extracting(Group::name)
                .containsExactly("A", "B", "C + D");
        assertThat(grouping.mergeFurther(groups, Set.of("A", "B", "C", "D")))
                .extracting(Group::name)
                .containsExactly("A + B", "C + D");
    }

    private static List<Group> merge(List<Department> departments, int k) {
        return new Grouping((names, people) -> people >= k, List.of()).merge(departments);
    }

    private static List<Department> departments(List<Integer> headcounts, int faculties) {
        List<Department> departments = new ArrayList<>();
        for (int i = 0; i < headcounts.size(); i++) {
            departments.add(new Department("D" + (100 + i), "F" + i % faculties, headcounts.get(i), Optional.empty()));
        }
        return departments;
    }
}
