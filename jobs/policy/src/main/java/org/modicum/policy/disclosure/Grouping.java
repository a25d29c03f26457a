package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Merges departments until every group may stand on its own. It looks at headcounts alone, so that a merger tells nothing
 * of use; only {@link #mergeFurther} is told that a group fails for its use. The result does not depend on the order in
 * which departments come, and departments that were together in the latest release stay so if there is a choice.
 */
final class Grouping {
    private static final int NAMES_IN_FULL = 3;

    private final Stands stands;
    private final List<Cell> latest;

    /** Whether departments with so many people in scope may be a group. */
    interface Stands {
        boolean may(Set<String> departments, long people);
    }

    Grouping(Stands stands, List<Cell> latest) {
        this.stands = stands;
        this.latest = latest;
    }

    /** The groups by name; none if all departments together may not stand. */
    List<Group> merge(Collection<Department> departments) {
        TreeMap<String, List<Department>> byFaculty = departments.stream()
                .filter(department -> department.headcount() > 0)
                .sorted(Comparator.comparing(Department::name))
                .collect(Collectors.groupingBy(Department::faculty, TreeMap::new, Collectors.toList()));
        List<List<Department>> groups = new ArrayList<>();
        List<Department> leftOver = new ArrayList<>();
        byFaculty.values().forEach(faculty -> leftOver.addAll(mergeFaculty(faculty, groups)));
        if (!leftOver.isEmpty() && takeUntilItStands(leftOver, groups)) {
            groups.add(leftOver);
        }
        return named(groups);
    }

    /**
     * Merges each of the failing groups with another: of its faculty if there is one, else the smallest.
     *
     * @param failing names of groups that may not stand for what is used in them
     */
    List<Group> mergeFurther(List<Group> groups, Set<String> failing) {
        List<List<Department>> merged = new ArrayList<>();
        List<List<Department>> toMerge = new ArrayList<>();
        for (Group group : groups) {
            List<Department> departments = new ArrayList<>(group.departments());
            merged.add(departments);
            if (failing.contains(group.name())) {
                toMerge.add(departments);
            }
        }
        toMerge.sort(smallest());
        for (List<Department> group : toMerge) {
            // A group that another failing one has taken in, or that took one in, has changed: it is looked at again.
            if (merged.size() > 1 && merged.removeIf(other -> other == group)) {
                List<Department> partner = partner(group, merged);
                merged.removeIf(other -> other == partner);
                List<Department> both = new ArrayList<>(group);
                both.addAll(partner);
                merged.add(both);
            }
        }
        return named(merged);
    }

    /** Adds a faculty's groups and returns what may not stand even together with all of its own. */
    private List<Department> mergeFaculty(List<Department> faculty, List<List<Department>> groups) {
        List<List<Department>> own = new ArrayList<>();
        List<Department> small = new ArrayList<>();
        for (Department department : faculty) {
            List<Department> alone = List.of(department);
            if (stands(alone)) {
                own.add(alone);
            } else {
                small.add(department);
            }
        }
        boolean stands = small.isEmpty() || takeUntilItStands(small, own);
        groups.addAll(own);
        if (stands && !small.isEmpty()) {
            groups.add(small);
            return List.of();
        }
        return small;
    }

    private boolean takeUntilItStands(List<Department> small, List<List<Department>> groups) {
        while (!stands(small)) {
            if (groups.isEmpty()) {
                return false;
            }
            List<Department> partner = partner(small, groups);
            groups.removeIf(group -> group == partner);
            small.addAll(partner);
        }
        return true;
    }

    private List<Department> partner(List<Department> group, List<List<Department>> groups) {
        Set<String> faculties = group.stream().map(Department::faculty).collect(Collectors.toSet());
        return groups.stream()
                .min(Comparator.comparing((List<Department> other) ->
                                other.stream().noneMatch(department -> faculties.contains(department.faculty())))
                        .thenComparing(other -> !wereTogether(group, other))
                        .thenComparing(smallest()))
                .orElseThrow();
    }

    private boolean wereTogether(List<Department> one, List<Department> other) {
        return latest.stream()
                .map(cell -> new HashSet<>(cell.departmentNames()))
                .anyMatch(together -> one.stream().anyMatch(department -> together.contains(department.name()))
                        && other.stream().anyMatch(department -> together.contains(department.name())));
    }

    private boolean stands(List<Department> departments) {
        return stands.may(
                departments.stream().map(Department::name).collect(Collectors.toSet()), headcount(departments));
    }

    private static Comparator<List<Department>> smallest() {
        return Comparator.comparingInt(Grouping::headcount).thenComparing(Grouping::firstName);
    }

    private static String firstName(List<Department> departments) {
        return departments.stream()
                .map(Department::name)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static int headcount(List<Department> departments) {
        return departments.stream().mapToInt(Department::headcount).sum();
    }

    private static List<Group> named(List<List<Department>> groups) {
        return groups.stream()
                .map(Grouping::named)
                .sorted(Comparator.comparing(Group::name))
                .toList();
    }

    private static Group named(Collection<Department> departments) {
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
