package org.modicum.pipeline.retain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.pipeline.run.Age;
import org.modicum.pipeline.run.RunReport;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Held;
import org.modicum.policy.retention.Keep;
import org.modicum.policy.retention.Plan;
import org.modicum.policy.retention.PlanItem;
import org.modicum.policy.retention.Rules;

/**
 * From which day the time of the oldest of each kind is counted.
 *
 * @param now of all that is held
 * @param left of what is left once the plan is carried out
 */
record Oldest(Map<DataKind, LocalDate> now, Map<DataKind, LocalDate> left) {

    static Oldest of(Collection<Held> held, Plan plan) {
        Set<String> going = plan.items().stream().map(PlanItem::path).collect(Collectors.toSet());
        Map<DataKind, LocalDate> now = new EnumMap<>(DataKind.class);
        Map<DataKind, LocalDate> left = new EnumMap<>(DataKind.class);
        for (Held file : held) {
            file.last().ifPresent(day -> {
                now.merge(file.kind(), day, Oldest::earlier);
                if (!going.contains(file.path())) {
                    left.merge(file.kind(), day, Oldest::earlier);
                }
            });
        }
        return new Oldest(now, left);
    }

    /** Tells the report of one of them, for the kinds of which the rules count a time. */
    static void tell(Map<DataKind, LocalDate> oldest, Rules rules, LocalDate today, RunReport report) {
        oldest.forEach((kind, day) -> {
            if (rules.of(kind).keep() instanceof Keep.For) {
                long allowed = ChronoUnit.DAYS.between(day, rules.due(kind, day).orElseThrow()) - 1;
                report.age(kind.word(), new Age(ChronoUnit.DAYS.between(day, today), allowed));
            }
        });
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
