package org.modicum.policy.disclosure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Adds up a list of simulated people, so that what a release says can be checked against everybody's record. */
record ListTally(List<Person> people) implements Tally {
    @Override
    public Map<CellKey, CellSums> sums(Layout layout) {
        Map<CellKey, List<Double>> contributions = new HashMap<>();
        for (Group group : layout.groups()) {
            Map<CellKey, Map<String, Double>> byName = new HashMap<>();
            for (Person person : members(group)) {
                person.minutes().forEach((site, minutes) -> {
                    boolean shown = layout.sites().get(group.name()).contains(site);
                    for (String cell : List.of(shown ? site : CellKey.OTHER, CellKey.ALL)) {
                        byName.computeIfAbsent(new CellKey(group.name(), cell), key -> new HashMap<>())
                                .merge(person.name(), minutes, Double::sum);
                    }
                });
            }
            byName.forEach((key, minutes) -> contributions.put(key, List.copyOf(minutes.values())));
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
                            names(members.stream()),
                            members.stream().mapToLong(Person::days).sum(),
                            mostDays(members),
                            names(members.stream().filter(Person::over)),
                            names(members.stream()
                                    .filter(person -> person.threshold().isPresent()))));
        }
        return sums;
    }

    List<Person> members(Group group) {
        return people.stream()
                .filter(person -> person.days() > 0)
                .filter(person -> group.departmentNames().contains(person.department()))
                .toList();
    }

    private static long names(Stream<Person> people) {
        return people.map(Person::name).distinct().count();
    }

    private static long mostDays(List<Person> people) {
        Map<String, Long> days = new HashMap<>();
        people.forEach(person -> days.merge(person.name(), (long) person.days(), Long::sum));
        return days.values().stream().mapToLong(Long::longValue).max().orElse(0);
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
