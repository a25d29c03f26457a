package org.modicum.policy.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.policy.grant.Digests;

/**
 * The rules of a site: one for every kind of data (ISO/IEC 27555 asks for a deletion rule for each).
 *
 * @param byKind every kind has its rule
 */
public record Rules(Map<DataKind, Rule> byKind) {

    /** Any day after which a month is long: what comes of a longest and a shortest year is compared on two. */
    private static final List<LocalDate> SAMPLES = List.of(LocalDate.of(2023, 1, 31), LocalDate.of(2024, 2, 29));

    /** @throws IllegalArgumentException if a kind has no rule, or rules contradict each other; all of them are named */
    public Rules {
        byKind = Map.copyOf(new EnumMap<>(byKind));
        List<String> wrong = new ArrayList<>();
        for (DataKind kind : DataKind.values()) {
            if (!byKind.containsKey(kind)) {
                wrong.add("there is no rule for " + kind.word() + " (" + kind.meaning() + ")");
            } else if (byKind.get(kind).kind() != kind) {
                wrong.add("the rule for " + kind.word() + " is one for "
                        + byKind.get(kind).kind().word());
            }
        }
        if (wrong.isEmpty() && !SAMPLES.stream().allMatch(new Outlives(byKind)::activity)) {
            wrong.add("release must be kept longer than activity: a week whose release is forgotten while its activity"
                    + " is held would be released again");
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
    }

    /** @throws IllegalArgumentException as the constructor, and if a kind has two */
    public static Rules of(Collection<Rule> rules) {
        Map<DataKind, Rule> byKind = new EnumMap<>(DataKind.class);
        for (Rule rule : rules) {
            if (byKind.put(rule.kind(), rule) != null) {
                throw new IllegalArgumentException(rule.kind().word() + " has two rules");
            }
        }
        return new Rules(byKind);
    }

    public Rule of(DataKind kind) {
        return byKind.get(kind);
    }

    /**
     * The first day on which data may no longer be there, by its own rule or by that of the kind it goes with.
     *
     * @param last the day from which it is counted
     */
    public Optional<LocalDate> due(DataKind kind, LocalDate last) {
        Rule rule = of(kind);
        return rule.keep() instanceof Keep.With with ? of(with.kind()).due(last) : rule.due(last);
    }

    /** SHA-256 over all rules, in one order. */
    public String digest() {
        StringBuilder text = new StringBuilder();
        for (DataKind kind : DataKind.values()) {
            Rule rule = of(kind);
            for (Object part : List.of(kind.word(), rule.owner(), rule.purpose(), rule.basis(), rule.keep())) {
                text.append(part.toString().length()).append(' ').append(part).append('\n');
            }
        }
        return Digests.sha256(text.toString().getBytes(UTF_8));
    }

    /** Whether one kind is there longer than another. */
    private record Outlives(Map<DataKind, Rule> byKind) {
        boolean activity(LocalDate day) {
            LocalDate activity = byKind.get(DataKind.ACTIVITY).due(day).orElseThrow();
            LocalDate release = byKind.get(DataKind.RELEASE).due(day).orElseThrow();
            return release.isAfter(activity);
        }
    }
}
