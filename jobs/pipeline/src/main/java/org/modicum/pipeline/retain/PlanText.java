package org.modicum.pipeline.retain;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.modicum.policy.retention.KeptBack;
import org.modicum.policy.retention.Plan;
import org.modicum.policy.retention.PlanItem;

/** A plan for people to read: by kind and part, not by file. */
final class PlanText {
    private PlanText() {}

    private record Sum(PlanItem first, long files, long bytes, long records) {
        Sum plus(Sum other) {
            return new Sum(first, files + other.files, bytes + other.bytes, records + other.records);
        }

        String why() {
            return first.due()
                    .map(day -> "had to go on " + day)
                    .orElse("left by a writer that was killed; no table names it");
        }
    }

    static void print(Planned planned, PrintStream out) {
        Plan plan = planned.plan();
        if (plan.isEmpty()) {
            out.println("Nothing has to go.");
        } else {
            out.printf(Locale.ROOT, "%-16s %-22s %8s %12s %14s  %s%n", "kind", "part", "files", "rows", "bytes", "why");
            sums(plan)
                    .values()
                    .forEach(sum -> out.printf(
                            Locale.ROOT,
                            "%-16s %-22s %,8d %,12d %,14d  %s%n",
                            sum.first().kind().word(),
                            sum.first().part(),
                            sum.files(),
                            sum.records(),
                            sum.bytes(),
                            sum.why()));
        }
        for (KeptBack kept : plan.keptBack()) {
            out.println("Kept back: " + kept.kind().word() + " of " + kept.part() + ", by the hold "
                    + kept.caseReference() + " until " + kept.until() + " (" + kept.hold() + ")");
        }
        for (KeptBack copied : planned.copied()) {
            out.println("Held, copied aside: " + copied.kind().word() + " of " + copied.part() + ", for the hold "
                    + copied.caseReference() + " (" + copied.hold() + ")");
        }
        planned.reviews().forEach(out::println);
        planned.withoutRule().forEach(file -> out.println("No rule covers " + file + ". Look what it is."));
        if (!plan.isEmpty()) {
            out.println();
            out.println("Digest of this plan: " + plan.digest());
        }
    }

    /** In the order of the plan. */
    private static Map<String, Sum> sums(Plan plan) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (PlanItem item : plan.items()) {
            sums.merge(
                    item.kind().word() + " " + item.part(), new Sum(item, 1, item.bytes(), item.records()), Sum::plus);
        }
        return sums;
    }
}
