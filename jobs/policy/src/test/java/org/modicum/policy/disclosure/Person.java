package org.modicum.policy.disclosure;

import java.util.Map;
import java.util.Optional;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Threshold;

/**
 * Somebody simulated, in one week. Whoever changed department in it is there twice, with one name.
 *
 * @param minutes active in the week, by site
 * @param days that the person worked; with none the person is not in scope
 */
record Person(String name, String department, Map<String, Double> minutes, int days, Optional<Threshold> threshold) {
    double total() {
        return minutes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Every working day of a simulated week is like the others. */
    boolean over() {
        return threshold
                .filter(limit -> total() > limit.minutes() * (limit.per() == Per.DAY ? days : 1))
                .isPresent();
    }
}
