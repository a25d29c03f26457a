package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what a release says: which groups, which rows, how coarse. docs/reference/disclosure.md has the rules in plain
 * words and what they keep from whom. Everything is decided from sums; the same sums give the same cells.
 */
public final class Disclosure {
    private final Question question;
    private final Tally tally;
    private final Rules rules;
    private final Past past;
    private final Standing standing;

    private Disclosure(Question question, Tally tally, Earlier earlier, Rules rules) {
        this.question = question;
        this.tally = tally;
        this.rules = rules;
        this.past = new Past(earlier, question.week(), rules);
        this.standing = new Standing(rules, past);
    }

    /**
     * @param tally of the week asked for
     * @param earlier releases; of them, those of the week itself and of later ones are left aside
     * @return the cells of the release, groups by name, in each its sites by published minutes, other sites, and all. If
     *     not even everybody together can be shown, one cell with status {@code too-few} and without a department
     */
    public static List<Cell> decide(Question question, Tally tally, Earlier earlier, Rules rules) {
        return new Disclosure(question, tally, earlier, rules).cells();
    }

    private List<Cell> cells() {
        Grouping grouping = new Grouping(standing::byHeadcount, past.latest());
        Folding folding = new Folding(tally, rules, past, question.sites());
        List<Group> groups = grouping.merge(question.departments());
        while (!groups.isEmpty()) {
            Layout layout = folding.unfolded(groups);
            Map<CellKey, CellSums> sums = tally.sums(layout);
            Map<String, GroupSums> people = tally.groups(layout);
            Set<String> failing = failing(groups, sums, people);
            if (failing.isEmpty()) {
                return cells(groups, people, folding.fold(groups, sums, people));
            }
            groups = groups.size() == 1 ? List.of() : grouping.mergeFurther(groups, failing);
        }
        return List.of(tooFew());
    }

    private Set<String> failing(List<Group> groups, Map<CellKey, CellSums> sums, Map<String, GroupSums> people) {
        return groups.stream()
                .filter(group -> !standing.byUse(
                        group,
                        people.get(group.name()),
                        sums.getOrDefault(new CellKey(group.name(), CellKey.ALL), CellSums.NONE)))
                .map(Group::name)
                .collect(Collectors.toSet());
    }

    private List<Cell> cells(List<Group> groups, Map<String, GroupSums> people, Folding.Folded folded) {
        List<Cell> cells = new ArrayList<>();
        groups.forEach(group ->
                cells.addAll(new GroupCells(question, rules, past, group, people.get(group.name()), folded).cells()));
        return List.copyOf(cells);
    }

    /** Where nothing can be shown the release says just that, and not for which of the rules. */
    private Cell tooFew() {
        return new Cell(
                question.week().toString(),
                "University",
                "",
                "",
                CellKey.ALL,
                "",
                "",
                "",
                "",
                "",
                "",
                "too-few",
                question.method());
    }
}
