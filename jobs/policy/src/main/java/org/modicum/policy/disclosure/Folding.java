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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides which sites of a group have a row of their own. A site with too few users, or with a dominant one, or with less
 * than one block of minutes, folds into other sites; and as long as those cannot be published, the smallest site that
 * could be goes with them. If none is left, the group has its row over all sites alone.
 */
final class Folding {
    private final Tally tally;
    private final Rules rules;
    private final Past past;
    private final Set<String> sites;

    Folding(Tally tally, Rules rules, Past past, Collection<String> sites) {
        this.tally = tally;
        this.rules = rules;
        this.past = past;
        this.sites = Set.copyOf(sites);
    }

    /** The layout and its sums, in which every cell may be published. */
    record Folded(Layout layout, Map<CellKey, CellSums> sums) {}

    /** Every group with a row for every site. */
    Layout unfolded(List<Group> groups) {
        return new Layout(groups, groups.stream().collect(Collectors.toMap(Group::name, group -> sites)));
    }

    /** @param sums of the unfolded layout */
    Folded fold(List<Group> groups, Map<CellKey, CellSums> sums, Map<String, GroupSums> people) {
        Map<String, Set<String>> own = new HashMap<>();
        for (Group group : groups) {
            Blocks blocks = Blocks.of(people.get(group.name()), rules);
            own.put(
                    group.name(),
                    sites.stream()
                            .filter(site -> siteMayBeShown(group, site, blocks, sums(sums, group, site)))
                            .collect(Collectors.toSet()));
        }
        return untilOtherMayBeShown(new Layout(groups, own));
    }

    private Folded untilOtherMayBeShown(Layout start) {
        Layout layout = start;
        while (true) {
            Map<CellKey, CellSums> sums = tally.sums(layout);
            Map<String, Set<String>> own = new HashMap<>(layout.sites());
            boolean changed = false;
            for (Group group : layout.groups()) {
                Set<String> shown = own.get(group.name());
                if (!shown.isEmpty()
                        && shown.size() < sites.size()
                        && !otherMayBeShown(group, shown, sums(sums, group, CellKey.OTHER))) {
                    Set<String> fewer = new HashSet<>(shown);
                    fewer.remove(smallest(group, shown, sums));
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

    private boolean siteMayBeShown(Group group, String site, Blocks blocks, CellSums cell) {
        return blocks.of(cell.minutes()) > 0
                && mayBeShown(group, cell, cells -> EarlierRows.sites(cells).contains(site));
    }

    /** Other sites may lean on a release that showed all of these rows, and perhaps more. */
    private boolean otherMayBeShown(Group group, Set<String> shown, CellSums other) {
        return mayBeShown(group, other, cells -> EarlierRows.sites(cells).containsAll(shown));
    }

    private boolean mayBeShown(Group group, CellSums cell, Predicate<List<Cell>> wasShown) {
        Set<String> departments = Set.copyOf(group.departmentNames());
        Optional<Anchor<Boolean>> anchor = past.anchor(
                departments, cells -> EarlierRows.of(departments, cells).map(wasShown::test));
        return cell.passesPercentRule(rules.dominancePercent())
                && cell.people() >= Standing.need(anchor, rules.enteringUsers());
    }

    private static String smallest(Group group, Set<String> shown, Map<CellKey, CellSums> sums) {
        List<String> own = new ArrayList<>(shown);
        own.sort(Comparator.comparingDouble(
                        (String site) -> sums(sums, group, site).minutes())
                .thenComparing(Comparator.naturalOrder()));
        return own.get(0);
    }

    private static CellSums sums(Map<CellKey, CellSums> sums, Group group, String site) {
        return sums.getOrDefault(new CellKey(group.name(), site), CellSums.NONE);
    }
}
