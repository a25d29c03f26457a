package org.modicum.policy.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody whose working days are all alike: what the attacker assumes of everybody.
 *
 * @param aDay minutes per working day, by site; what the attacker wants to know
 * @param days worked in each week, none before joining and after leaving; everybody knows these
 */
record Staff(String name, String department, Map<String, Double> aDay, int[] days) {
    Person in(int week) {
        Map<String, Double> minutes = new HashMap<>();
        aDay.forEach((site, minutesADay) -> minutes.put(site, minutesADay * days[week]));
        return new Person(name, department, minutes, days[week], Optional.empty());
    }

    double average() {
        return aDay.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    static List<Person> in(int week, List<Staff> staff) {
        return staff.stream().map(one -> one.in(week)).toList();
    }
}
