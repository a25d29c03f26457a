package org.modicum.policy.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Writes down the rows of a group: its sites by published minutes, other sites, and all, which is their sum. */
final class GroupCells {
    private final Question question;
    private final Rules rules;
    private final Past past;
    private final Group group;
    private final Set<String> departments;
    private final GroupSums people;
    private final Set<String> shown;
    private final Map<CellKey, CellSums> sums;
    private final Counts counts;

    GroupCells(Question question, Rules rules, Past past, Group group, GroupSums people, Folding.Folded folded) {
        this.question = question;
        this.rules = rules;
        this.past = past;
        this.group = group;
        this.departments = Set.copyOf(group.departmentNames());
        this.people = people;
        this.shown = folded.layout().sites().get(group.name());
        this.sums = folded.sums();
        this.counts = new Counts(rules);
    }

    List<Cell> cells() {
        Map<String, BigDecimal> minutes = new TreeMap<>();
        shown.forEach(site -> minutes.put(site, perHead(site)));
        List<String> rows = new ArrayList<>(minutes.keySet());
        // By what is published of them: the order of the minutes themselves would say more.
        rows.sort(Comparator.comparing((String site) -> minutes.get(site).negate())
                .thenComparing(Comparator.naturalOrder()));
        if (!rows.isEmpty() && shown.size() < question.sites().size()) {
            rows.add(CellKey.OTHER);
            minutes.put(CellKey.OTHER, perHead(CellKey.OTHER));
        }
        List<Cell> cells = new ArrayList<>();
        rows.forEach(site -> cells.add(siteCell(site, minutes.get(site))));
        cells.add(allCell(minutes.values().stream().reduce(BigDecimal::add).orElseGet(() -> perHead(CellKey.ALL))));
        return cells;
    }

    private Cell siteCell(String site, BigDecimal minutes) {
        return cell(site, minutes, "", "", new Limit("", "", Optional.empty(), false), "");
    }

    private Cell allCell(BigDecimal minutes) {
        Limit limit = Limit.of(group);
        String over = "";
        String share = "";
        if (people.measured() >= rules.enteringPeople()) {
            Predicate<Cell> alike = cell -> cell.site().equals(CellKey.ALL)
                    && cell.thresholdMinutes().equals(limit.minutes())
                    && cell.thresholdPer().equals(limit.per())
                    && !cell.overThreshold().isEmpty();
            over = counts.show(
                    people.over(),
                    people.measured(),
                    past.anchor(
                            departments,
                            release -> EarlierRows.of(departments, release)
                                    .flatMap(rows -> EarlierRows.first(rows, alike))
                                    .map(Cell::overThreshold)));
            share = counts.share(over, people.measured());
        }
        return cell(CellKey.ALL, minutes, over, share, limit, limit.status(minutes.doubleValue()));
    }

    private Cell cell(String site, BigDecimal minutes, String over, String share, Limit limit, String status) {
        return new Cell(
                question.week().toString(),
                group.name(),
                String.join(Cell.SEPARATOR, group.departmentNames()),
                Long.toString(Math.max(rules.minimumGroup(), counts.rounded(people.headcount()))),
                site,
                users(site),
                Blocks.text(minutes),
                over,
                share,
                limit.minutes(),
                limit.per(),
                status,
                question.method());
    }

    private String users(String site) {
        return counts.show(
                sums(site).people(),
                people.headcount(),
                past.anchor(
                        departments,
                        release -> EarlierRows.of(departments, release)
                                .filter(rows -> !site.equals(CellKey.OTHER)
                                        || EarlierRows.sites(rows).equals(shown))
                                .flatMap(rows -> EarlierRows.first(
                                        rows, cell -> cell.site().equals(site)))
                                .map(Cell::users)));
    }

    private BigDecimal perHead(String site) {
        Blocks blocks = Blocks.of(people, rules);
        return blocks.perHead(blocks.of(sums(site).minutes()));
    }

    private CellSums sums(String site) {
        return sums.getOrDefault(new CellKey(group.name(), site), CellSums.NONE);
    }
}
