package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Decides what a release says: which groups, which cells, how coarse. docs/reference/disclosure.md has the rules in plain
 * words and what they keep from whom. Everything is decided from sums; the same sums give the same cells.
 */
public final class Disclosure {
    private final Rules rules;
    private final Tally tally;
    private final String week;
    private final String method;

    private Disclosure(Rules rules, Tally tally, String week, String method) {
        this.rules = rules;
        this.tally = tally;
        this.week = week;
        this.method = method;
    }

    /**
     * @param sites the sites that could have minutes
     * @param method the version of the estimation method
     * @return the cells of the release, groups by name, in each its sites by published minutes, other sites, and all
     */
    public static List<Cell> decide(
            String week,
            Collection<Department> departments,
            Collection<String> sites,
            Tally tally,
            Rules rules,
            String method) {
        Disclosure disclosure = new Disclosure(rules, tally, week, method);
        return disclosure.cells(disclosure.groups(departments), sites);
    }

    /** Whoever changed department in the week is in the headcount of both, so a merged group may have fewer than k. */
    private List<Group> groups(Collection<Department> departments) {
        int least = rules.minimumGroup();
        List<Group> groups = Grouping.merge(departments, least);
        while (!groups.isEmpty() && anyTooSmall(groups)) {
            least++;
            groups = Grouping.merge(departments, least);
        }
        return groups;
    }

    private boolean anyTooSmall(List<Group> groups) {
        return tally.groups(Folding.layout(groups, List.of())).values().stream()
                .anyMatch(people -> people.headcount() < rules.minimumGroup());
    }

    private List<Cell> cells(List<Group> groups, Collection<String> sites) {
        if (groups.isEmpty()) {
            return List.of(tooFew());
        }
        Layout whole = Folding.layout(groups, List.of());
        Map<String, GroupSums> people = tally.groups(whole);
        Map<CellKey, CellSums> totals = tally.sums(whole);
        Map<String, Step> steps = new HashMap<>();
        groups.forEach(group -> steps.put(
                group.name(),
                Step.of(
                        totals.getOrDefault(new CellKey(group.name(), CellKey.ALL), CellSums.NONE),
                        people.get(group.name()),
                        rules)));
        Folding.Folded folded = new Folding(tally, rules).fold(groups, sites, steps, people);
        List<Cell> cells = new ArrayList<>();
        groups.forEach(group ->
                cells.addAll(new GroupCells(group, people.get(group.name()), steps.get(group.name())).cells(folded)));
        return List.copyOf(cells);
    }

    /** A university of fewer than k people has a release that says just that. */
    private Cell tooFew() {
        return new Cell(
                week,
                "University",
                "",
                "<" + rules.minimumGroup(),
                CellKey.ALL,
                "",
                "",
                "",
                "",
                "",
                "",
                "too-few",
                method);
    }

    private final class GroupCells {
        private final Group group;
        private final GroupSums people;
        private final Step step;
        private final Counts counts = new Counts(rules);

        private GroupCells(Group group, GroupSums people, Step step) {
            this.group = group;
            this.people = people;
            this.step = step;
        }

        private List<Cell> cells(Folding.Folded folded) {
            CellSums all = sums(folded, CellKey.ALL);
            List<String> rows = new ArrayList<>(folded.layout().sites().get(group.name()));
            rows.sort(Comparator.naturalOrder());
            if (!rows.isEmpty() && sums(folded, CellKey.OTHER).people() > 0) {
                rows.add(CellKey.OTHER);
            }
            double[] parts = rows.stream()
                    .mapToDouble(site -> perHead(sums(folded, site)) / step.minutes())
                    .toArray();
            long total = step.units(perHead(all));
            long[] units = Apportionment.round(parts, total);
            List<Cell> cells = new ArrayList<>();
            for (int i : asPublished(rows, units)) {
                cells.add(cell(rows.get(i), sums(folded, rows.get(i)), units[i]));
            }
            cells.add(cell(CellKey.ALL, all, total));
            return cells;
        }

        /** By what is published of them: an order by the minutes themselves would say more than the rounded ones do. */
        private static List<Integer> asPublished(List<String> rows, long[] units) {
            return IntStream.range(0, units.length)
                    .boxed()
                    .sorted(Comparator.comparing((Integer i) -> rows.get(i).equals(CellKey.OTHER))
                            .thenComparing(i -> -units[i]))
                    .toList();
        }

        private Cell cell(String site, CellSums sums, long units) {
            Limit limit = Limit.of(group);
            boolean total = site.equals(CellKey.ALL);
            boolean measured = total && limit.any();
            return new Cell(
                    week,
                    group.name(),
                    String.join(";", group.departmentNames()),
                    Long.toString(Math.max(rules.minimumGroup(), counts.rounded(people.headcount()))),
                    site,
                    counts.show(sums.people(), people.headcount()),
                    step.show(units),
                    measured ? counts.show(people.over(), people.measured()) : "",
                    measured ? counts.band(people.over(), people.measured()) : "",
                    total ? limit.minutes() : "",
                    total ? limit.per() : "",
                    total ? limit.status(units * step.minutes()) : "",
                    method);
        }

        private double perHead(CellSums sums) {
            return people.personDays() == 0 ? 0 : sums.minutes() / people.personDays();
        }

        private CellSums sums(Folding.Folded folded, String site) {
            return folded.sums().getOrDefault(new CellKey(group.name(), site), CellSums.NONE);
        }
    }
}
