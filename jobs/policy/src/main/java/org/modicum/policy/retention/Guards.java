package org.modicum.policy.retention;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What stops a deletion that the rules would allow, because something looks wrong: a clock, a rule, a timer.
 *
 * @param newestDays data of this many days before today is never deleted, whatever a rule says
 * @param mostShare the largest share of a table's rows, 0 to 1, that goes at once
 * @param allowedDays how long after its day something may still be there; older, and runs were missed
 */
public record Guards(int newestDays, double mostShare, int allowedDays) {

    /** @throws IllegalArgumentException if a number makes no sense */
    public Guards {
        if (newestDays < 1 || allowedDays < 1 || !(mostShare > 0 && mostShare <= 1)) {
            throw new IllegalArgumentException(
                    "Guards are at least 1 day, at least 1 day, and a share above 0 and at most 1");
        }
    }

    /**
     * What is in the way, in sentences with what to do; none if the plan may be carried out.
     *
     * @param facts of every file in the plan
     * @param rows how many rows each table has
     */
    public List<String> stop(List<DueItem> facts, Map<DataKind, Long> rows, LocalDate today) {
        List<String> reasons = new ArrayList<>();
        LocalDate newest = today.minusDays(newestDays);
        facts.stream()
                .filter(fact -> fact.last().isAfter(newest))
                .findFirst()
                .ifPresent(fact -> reasons.add("NEWEST: "
                        + fact.kind().word() + " of " + fact.part() + " would go, but nothing of the last " + newestDays
                        + " days may. Is the clock right, and the rule? (retention.newest-days)"));
        LocalDate oldest = today.minusDays(allowedDays);
        // What goes with another kind was missed if that was; a key that nothing ever needed is no sign of anything.
        facts.stream()
                .filter(fact -> fact.kind().goesWith().isEmpty())
                .filter(fact -> fact.due().isBefore(oldest))
                .min(DueItem.BY_DUE)
                .ifPresent(fact -> reasons.add("MISSED: " + fact.kind().word() + " of " + fact.part() + " had to go on "
                        + fact.due() + ", "
                        + ChronoUnit.DAYS.between(fact.due(), today) + " days ago: runs were missed, or a backup was"
                        + " restored. Look why; then run once with -Dmodicum.retention.allowed-days=N"));
        rows.forEach((kind, held) -> {
            // Unreadable lines come in heaps, on the one bad night of a proxy.
            if (kind == DataKind.MALFORMED_LINE) {
                return;
            }
            long going = facts.stream()
                    .filter(fact -> fact.kind() == kind)
                    .mapToLong(DueItem::records)
                    .sum();
            if (held > 0 && going > mostShare * held) {
                reasons.add(String.format(
                        Locale.ROOT,
                        "SHARE: %,d of the %,d rows of %s would go, which is more than %.0f %%. Is the clock right, and"
                                + " the rule? If so run once with -Dmodicum.retention.most-share=1",
                        going,
                        held,
                        kind.word(),
                        100 * mostShare));
            }
        });
        return reasons;
    }
}
