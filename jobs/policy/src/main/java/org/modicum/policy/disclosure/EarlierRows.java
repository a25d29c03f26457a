package org.modicum.policy.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads what an earlier release said of a group. */
final class EarlierRows {
    private EarlierRows() {}

    /** The group's rows; empty if these departments were not one group. */
    static Optional<List<Cell>> of(Set<String> departments, List<Cell> release) {
        List<Cell> rows = release.stream()
                .filter(cell -> new HashSet<>(cell.departmentNames()).equals(departments))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
    }

    /** Sites with a row of their own. */
    static Set<String> sites(List<Cell> rows) {
        return rows.stream()
                .map(Cell::site)
                .filter(site -> !site.equals(CellKey.OTHER) && !site.equals(CellKey.ALL))
                .collect(Collectors.toSet());
    }

    static Optional<Cell> first(List<Cell> rows, Predicate<Cell> which) {
        return rows.stream().filter(which).findFirst();
    }
}
