package org.modicum.policy.disclosure;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a release as somebody does who knows the rules, the directory and leave: which minutes can be behind a figure. The
 * formula is written down here a second time, from docs/reference/disclosure.md, so that the code does not vouch for itself.
 */
final class Reader {
    private final Story story;

    Reader(Story story) {
        this.story = story;
    }

    void teach(LinearAttacker attacker) {
        story.releases().forEach((week, cells) -> teach(attacker, Story.number(week), cells));
    }

    private void teach(LinearAttacker attacker, int week, List<Cell> cells) {
        for (Cell cell : cells) {
            if (cell.departmentNames().isEmpty()) {
                continue;
            }
            Set<String> departments = Set.copyOf(cell.departmentNames());
            boolean alone = cells.stream()
                            .filter(other -> other.group().equals(cell.group()))
                            .count()
                    == 1;
            // The row over all sites is the sum of the others and says nothing of its own, unless it is the only one.
            if (!cell.site().equals(CellKey.ALL) || alone) {
                double block = block(departments, week);
                long index = index(cell, departments, week);
                long most = index;
                while (text(most + 1, departments, week).equals(cell.minutesPerHead())) {
                    most++;
                }
                attacker.learn(
                        week,
                        departments,
                        on(cell, cells),
                        new LinearAttacker.Interval(index * block, (most + 1) * block));
            }
        }
    }

    private long index(Cell cell, Set<String> departments, int week) {
        long index = 0;
        while (!text(index, departments, week).equals(cell.minutesPerHead())) {
            index++;
        }
        return index;
    }

    private String text(long index, Set<String> departments, int week) {
        double step = block(departments, week) / personDays(departments, week);
        double unit = step >= 2 ? 1 : step >= 1 ? 0.5 : 0.1;
        long units = Math.max(1, Math.round((index + 0.5) * step / unit));
        return BigDecimal.valueOf(units)
                .multiply(new BigDecimal(Double.toString(unit)))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** W person-minutes for each of the week's working days. */
    private double block(Set<String> departments, int week) {
        return story.rules().protectedWidth()
                * story.workers().stream()
                        .filter(worker -> departments.contains(worker.department()))
                        .mapToInt(worker -> worker.days().get(week))
                        .max()
                        .orElse(0);
    }

    private double personDays(Set<String> departments, int week) {
        return story.workers().stream()
                .filter(worker -> departments.contains(worker.department()))
                .mapToInt(worker -> worker.days().get(week))
                .sum();
    }

    private Set<String> on(Cell cell, List<Cell> cells) {
        Set<String> all = new HashSet<>(story.sites());
        if (cell.site().equals(CellKey.ALL)) {
            return all;
        }
        if (!cell.site().equals(CellKey.OTHER)) {
            return Set.of(cell.site());
        }
        cells.stream().filter(other -> other.group().equals(cell.group())).forEach(other -> all.remove(other.site()));
        return all;
    }
}
