package org.modicum.pipeline.summarise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.modicum.policy.disclosure.Membership;
import org.modicum.policy.protocol.IsoWeek;

/**
 * Who came and went, by the staff directory and leave as they are today. Names stay in memory and go nowhere; of a week
 * no more is kept than who was in which department, since a release looks back over years of them.
 */
final class DirectoryMembership implements Membership {
    private final Function<IsoWeek, Scope> scopes;
    private final Map<IsoWeek, Map<String, Set<String>>> byDepartment = new HashMap<>();

    /** @param scopes of any week of an earlier release or of the one being made */
    DirectoryMembership(Function<IsoWeek, Scope> scopes) {
        this.scopes = scopes;
    }

    @Override
    public long changed(Set<String> departments, IsoWeek one, IsoWeek other) {
        Set<String> before = people(departments, one);
        Set<String> after = people(departments, other);
        Set<String> both = new HashSet<>(before);
        both.retainAll(after);
        return before.size() + after.size() - 2L * both.size();
    }

    private Set<String> people(Set<String> departments, IsoWeek week) {
        Map<String, Set<String>> known =
                byDepartment.computeIfAbsent(week, any -> scopes.apply(any).people());
        Set<String> people = new HashSet<>();
        departments.forEach(department -> people.addAll(known.getOrDefault(department, Set.of())));
        return people;
    }
}
