package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which sites of a group have a cell of their own. A site with fewer than k users, or with a dominant one, or with
 * less than one step of minutes, folds into other sites; and as long as those cannot be published, the smallest site that
 * could be goes with them.
 */
final class Folding {
    private final Tally tally;
    private final Rules rules;

    Folding(Tally tally, Rules rules) {
        this.tally = tally;
        this.rules = rules;
    }

    /** The layout and its sums, in which every cell may be published. */
    record Folded(Layout layout, Map<CellKey, CellSums> sums) {}

    Folded fold(List<Group> groups, Collection<String> sites, Map<String, Step> steps, Map<String, GroupSums> people) {
        Layout every = layout(groups, sites);
        Map<CellKey, CellSums> sums = tally.sums(every);
        Map<String, Set<String>> own = new HashMap<>();
        for (Group group : groups) {
            Set<String> shown = new HashSet<>();
            for (String site : sites) {
                CellSums cell = sums.getOrDefault(new CellKey(group.name(), site), CellSums.NONE);
                double perHead = cell.minutes() / people.get(group.name()).personDays();
                if (mayBeShown(cell) && perHead >= steps.get(group.name()).minutes()) {
                    shown.add(site);
                }
            }
            own.put(group.name(), shown);
        }
        return untilOtherMayBeShown(new Layout(groups, own));
    }

    static Layout layout(List<Group> groups, Collection<String> sites) {
        Map<String, Set<String>> own = new HashMap<>();
        groups.forEach(group -> own.put(group.name(), Set.copyOf(sites)));
        return new Layout(groups, own);
    }

    private Folded untilOtherMayBeShown(Layout start) {
        Layout layout = start;
        while (true) {
            Map<CellKey, CellSums> sums = tally.sums(layout);
            Map<String, Set<String>> own = new HashMap<>(layout.sites());
            boolean changed = false;
            for (Group group : layout.groups()) {
                CellSums other = sums.get(new CellKey(group.name(), CellKey.OTHER));
                Optional<String> smallest = smallest(group, layout, sums);
                if (other != null && !mayBeShown(other) && smallest.isPresent()) {
                    Set<String> fewer = new HashSet<>(own.get(group.name()));
                    fewer.remove(smallest.get());
                    own.put(group.name(), fewer);
                    changed = true;
                }
            }
            if (!changed) {
                return new Folded(layout, sums);
            }
            layout = new Layout(layout.groups(), own);
        }
    }

    private static Optional<String> smallest(Group group, Layout layout, Map<CellKey, CellSums> sums) {
        List<String> own = new ArrayList<>(layout.sites().get(group.name()));
        own.sort(Comparator.comparingDouble(
                        (String site) -> sums.getOrDefault(new CellKey(group.name(), site), CellSums.NONE)
                                .minutes())
                .thenComparing(Comparator.naturalOrder()));
        return own.stream().findFirst();
    }

    private boolean mayBeShown(CellSums cell) {
        return cell.people() >= rules.minimumGroup() && cell.passesPercentRule(rules.dominancePercent());
    }
}
