package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Threshold;

/**
 * People over some weeks, and the releases that are made of them, each checked against those before it.
 *
 * @param faculties by department
 */
record Story(List<Worker> workers, Map<String, String> faculties, int weeks, List<String> sites, Rules rules) {
    static final IsoWeek FIRST = IsoWeek.parse("2026-W02");
    static final Threshold LIMIT = new Threshold(FIRST, 30, Per.DAY);

    SortedMap<IsoWeek, List<Cell>> releases() {
        SortedMap<IsoWeek, List<Cell>> releases = new TreeMap<>();
        for (int week = 0; week < weeks; week++) {
            releases.put(FIRST.plusWeeks(week), release(week, new Earlier(new TreeMap<>(releases), this::changed)));
        }
        return releases;
    }

    /** Unsafe; shows what looking back is for. */
    SortedMap<IsoWeek, List<Cell>> releasesThatDoNotLookBack() {
        SortedMap<IsoWeek, List<Cell>> releases = new TreeMap<>();
        for (int week = 0; week < weeks; week++) {
            releases.put(FIRST.plusWeeks(week), release(week, Earlier.NONE));
        }
        return releases;
    }

    List<Cell> release(int week, Earlier earlier) {
        List<Person> people = people(week);
        Question question = new Question(FIRST.plusWeeks(week), departments(people), sites, "slots-1");
        return Disclosure.decide(question, new ListTally(people), earlier, rules);
    }

    List<Person> people(int week) {
        return workers.stream()
                .map(worker -> worker.in(week, Optional.of(LIMIT)))
                .filter(person -> person.days() > 0)
                .toList();
    }

    private List<Department> departments(Collection<Person> people) {
        Map<String, Long> headcounts =
                people.stream().collect(Collectors.groupingBy(Person::department, TreeMap::new, Collectors.counting()));
        List<Department> departments = new ArrayList<>();
        headcounts.forEach((name, count) -> departments.add(
                new Department(name, faculties.getOrDefault(name, "F"), count.intValue(), Optional.of(LIMIT))));
        return departments;
    }

    private long changed(Set<String> departments, IsoWeek one, IsoWeek other) {
        return workers.stream()
                .filter(worker -> departments.contains(worker.department()))
                .filter(worker ->
                        worker.days().get(number(one)) > 0 != worker.days().get(number(other)) > 0)
                .count();
    }

    static int number(IsoWeek week) {
        return week.week() - FIRST.week();
    }
}
