package org.modicum.policy.retention;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Rules for everything. */
final class House {
    private House() {}

    static Rules rules() {
        return Rules.of(Arrays.stream(DataKind.values()).map(House::usual).toList());
    }

    static Rules rulesWith(Rule other) {
        Map<DataKind, Rule> rules = new EnumMap<>(rules().byKind());
        rules.put(other.kind(), other);
        return new Rules(rules);
    }

    static Rule rule(DataKind kind, Keep keep) {
        return new Rule(
                kind, "owner", "purpose", "basis", keep, keep instanceof Keep.For ? kind.from() : Optional.empty());
    }

    private static Rule usual(DataKind kind) {
        String keep = kind.goesWith()
                .map(other -> "with " + other.word())
                .orElse(kind.from().isEmpty() ? "in use" : kind == DataKind.ACTIVITY ? "35 days" : "3 years");
        return rule(kind, Keep.parse(keep));
    }
}
