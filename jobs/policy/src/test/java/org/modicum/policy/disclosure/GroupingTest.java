package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GroupingTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "groups.csv", useHeadersInDisplayName = true)
    void mergesWhatIsTooSmall(String name, String departments, String groups) {
        List<Department> all = departments == null
                ? List.of()
                : Stream.of(departments.split(" ")).map(GroupingTest::parsed).toList();
        String merged = Grouping.merge(all, 10).stream()
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
        List<Group> groups = Grouping.merge(departments, k);
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
        assertThat(Grouping.merge(shuffled, 10)).isEqualTo(Grouping.merge(departments, 10));
    }

    private static List<Department> departments(List<Integer> headcounts, int faculties) {
        List<Department> departments = new ArrayList<>();
        for (int i = 0; i < headcounts.size(); i++) {
            departments.add(
                    new Department("D" + (100 + i), "F" + i % faculties, headcounts.get(i), Optional.empty()));
        }
        return departments;
    }
}
