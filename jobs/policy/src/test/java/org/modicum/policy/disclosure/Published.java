package org.modicum.policy.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a release as somebody does who knows the rules. */
final class Published {
    private Published() {}

    static Layout layout(List<Group> groups, List<Cell> cells) {
        Map<String, Set<String>> sites = new HashMap<>();
        for (Group group : groups) {
            sites.put(
                    group.name(),
                    cells.stream()
                            .filter(cell -> cell.group().equals(group.name()))
                            .map(Cell::site)
                            .filter(site -> !site.equals(CellKey.ALL) && !site.equals(CellKey.OTHER))
                            .collect(Collectors.toSet()));
        }
        return new Layout(groups, sites);
    }

    /** Minutes per head; less than one step is nothing. */
    static double minutes(Cell cell) {
        return cell.minutesPerHead().startsWith("<") ? 0 : Double.parseDouble(cell.minutesPerHead());
    }

    static double step(Cell all, GroupSums group, Map<CellKey, CellSums> sums, Rules rules) {
        return Step.of(sums.getOrDefault(new CellKey(all.group(), CellKey.ALL), CellSums.NONE), group, rules)
                .minutes();
    }
}
