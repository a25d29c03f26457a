package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Merges departments until every group has at least k people. It looks at headcounts alone, never at use, so that a
 * merger tells nothing; and the result does not depend on the order in which departments come.
 */
final class Grouping {
    private static final int NAMES_IN_FULL = 3;

    private static final Comparator<List<Department>> SMALLEST = Comparator.comparingInt(Grouping::headcount)
            .thenComparing(departments -> departments.get(0).name());

    private Grouping() {}

    /** The groups by name; none if there are fewer than k people altogether. */
    static List<Group> merge(Collection<Department> departments, int k) {
        Map<String, List<Department>> byFaculty = departments.stream()
                .filter(department -> department.headcount() > 0)
                .sorted(Comparator.comparing(Department::name))
                .collect(Collectors.groupingBy(Department::faculty, TreeMap::new, Collectors.toList()));
        List<List<Department>> groups = new ArrayList<>();
        List<Department> leftOver = new ArrayList<>();
        byFaculty.values().forEach(faculty -> leftOver.addAll(mergeFaculty(faculty, k, groups)));
        if (!leftOver.isEmpty()) {
            if (headcount(leftOver) < k && !groups.isEmpty()) {
                takeSmallest(groups, leftOver);
            }
            groups.add(leftOver);
        }
        return groups.stream()
                .filter(group -> headcount(group) >= k)
                .map(Grouping::named)
                .sorted(Comparator.comparing(Group::name))
                .toList();
    }

    /** Adds a faculty's groups and returns what is too small even together with all of its own. */
    private static List<Department> mergeFaculty(List<Department> faculty, int k, List<List<Department>> groups) {
        List<List<Department>> own = new ArrayList<>();
        List<Department> small = new ArrayList<>();
        for (Department department : faculty) {
            if (department.headcount() >= k) {
                own.add(new ArrayList<>(List.of(department)));
            } else {
                small.add(department);
            }
        }
        if (!small.isEmpty() && headcount(small) < k && !own.isEmpty()) {
            takeSmallest(own, small);
        }
        groups.addAll(own);
        if (headcount(small) >= k) {
            groups.add(small);
            return List.of();
        }
        return small;
    }

    private static void takeSmallest(List<List<Department>> groups, List<Department> into) {
        List<Department> smallest = groups.stream().min(SMALLEST).orElseThrow();
        groups.remove(smallest);
        into.addAll(smallest);
    }

    private static int headcount(List<Department> departments) {
        return departments.stream().mapToInt(Department::headcount).sum();
    }

    private static Group named(List<Department> departments) {
        List<Department> sorted = departments.stream()
                .sorted(Comparator.comparing(Department::name))
                .toList();
        List<String> names = sorted.stream().map(Department::name).toList();
        if (names.size() <= NAMES_IN_FULL) {
            return new Group(String.join(" + ", names), sorted);
        }
        return new Group(names.get(0) + " + " + (names.size() - 1) + " more departments", sorted);
    }
}
