package org.modicum.pipeline.retain;

import java.util.Locale;
import org.modicum.policy.retention.Guards;
import org.modicum.policy.retention.Rule;
import org.modicum.policy.retention.StandingRule;

/** A standing rule as the person reads it who is about to sign. */
public final class StandingText {
    private StandingText() {}

    public static String of(StandingRule rule) {
        Guards guards = rule.guards();
        StringBuilder text = new StringBuilder();
        text.append("Standing rule for the installation ")
                .append(rule.audience())
                .append("\n\n  Case     ")
                .append(rule.caseReference().text())
                .append("\n  Orders   `modicum nightly` to delete, every night from ")
                .append(rule.from())
                .append(" to ")
                .append(rule.to())
                .append(", whatever is past its time by these rules")
                .append("\n  Never    what is of the last ")
                .append(guards.newestDays())
                .append(" days, what a hold keeps, or more than ")
                .append(Math.round(100 * guards.mostShare()))
                .append(" % of a table's rows at once")
                .append("\n  Stops    if something had to go more than ")
                .append(guards.allowedDays())
                .append(" days ago: a person looks then\n\n");
        rule.rules().byKind().values().stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .forEach(one -> text.append(line(one)));
        return text.toString();
    }

    private static String line(Rule rule) {
        String from = rule.from().map(day -> " after " + day.sentence()).orElse("");
        return String.format(
                Locale.ROOT,
                "  %-16s %s%s. %s; %s%n",
                rule.kind().word(),
                rule.keep(),
                from,
                rule.owner(),
                rule.basis());
    }
}
