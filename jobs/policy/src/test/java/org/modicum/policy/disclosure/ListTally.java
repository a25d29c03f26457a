package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up a list of simulated people, so that what a release says can be checked against everybody's record. */
record ListTally(List<Person> people) implements Tally {
    @Override
    public Map<CellKey, CellSums> sums(Layout layout) {
        Map<CellKey, List<Double>> contributions = new HashMap<>();
        for (Group group : layout.groups()) {
            for (Person person : members(group)) {
                Map<String, Double> own = new HashMap<>();
                person.minutes().forEach((site, minutes) -> {
                    boolean shown = layout.sites().get(group.name()).contains(site);
                    own.merge(shown ? site : CellKey.OTHER, minutes, Double::sum);
                    own.merge(CellKey.ALL, minutes, Double::sum);
                });
                own.forEach((site, minutes) -> contributions
                        .computeIfAbsent(new CellKey(group.name(), site), key -> new ArrayList<>())
                        .add(minutes));
            }
        }
        Map<CellKey, CellSums> sums = new HashMap<>();
        contributions.forEach((key, minutes) -> sums.put(key, sum(minutes)));
        sums.values().removeIf(sum -> sum.people() == 0);
        return sums;
    }

    @Override
    public Map<String, GroupSums> groups(Layout layout) {
        Map<String, GroupSums> sums = new HashMap<>();
        for (Group group : layout.groups()) {
            List<Person> members = members(group);
            sums.put(
                    group.name(),
                    new GroupSums(
                            members.size(),
                            members.stream().mapToLong(Person::days).sum(),
                            members.stream().mapToLong(Person::days).max().orElse(0),
                            members.stream().filter(Person::over).count(),
                            members.stream()
                                    .filter(person -> person.threshold().isPresent())
                                    .count()));
        }
        return sums;
    }

    List<Person> members(Group group) {
        return people.stream()
                .filter(person -> person.days() > 0)
                .filter(person -> group.departmentNames().contains(person.department()))
                .toList();
    }

    private static CellSums sum(List<Double> minutes) {
        List<Double> descending = minutes.stream()
                .filter(contribution -> contribution > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        return new CellSums(
                descending.size(),
                descending.stream().mapToDouble(Double::doubleValue).sum(),
                descending.isEmpty() ? 0 : descending.get(0),
                descending.size() < 2 ? 0 : descending.get(1));
    }
}
