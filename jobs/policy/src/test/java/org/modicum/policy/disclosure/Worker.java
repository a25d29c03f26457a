package org.modicum.policy.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modicum.policy.protocol.Threshold;

/**
 * Somebody whose working days are all alike, which is what the attacker assumes of everybody.
 *
 * @param aDay minutes per working day, by site: what the attacker wants to know
 * @param days worked in each week, 0 before joining and after leaving: what everybody knows
 */
record Worker(String name, String department, Map<String, Double> aDay, List<Integer> days) {

    Person in(int week, Optional<Threshold> threshold) {
        Map<String, Double> minutes = new HashMap<>();
        aDay.forEach((site, aDayOfIt) -> minutes.put(site, aDayOfIt * days.get(week)));
        return new Person(name, department, minutes, days.get(week), threshold);
    }

    /** Minutes per working day on any of the sites. */
    double on(Set<String> sites) {
        return sites.stream().mapToDouble(site -> aDay.getOrDefault(site, 0.0)).sum();
    }
}
