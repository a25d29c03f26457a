package org.modicum.policy.protocol;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A department's own rules, set by its line manager (paragraph 23).
 *
 * @param department name, as the staff directory has it
 * @param lineManager user name of the manager who set it
 * @param workingTime when the department works
 * @param thresholds at most one per start week; may be empty, for the policy leaves it to the manager
 * @param workRelated use that does not count
 */
public record Protocol(
        String department,
        String lineManager,
        WorkingTime workingTime,
        List<Threshold> thresholds,
        List<WorkRelated> workRelated)
        implements Serializable {

    public Protocol {
        thresholds = thresholds.stream()
                .sorted(Comparator.comparing(Threshold::from))
                .toList();
        for (int i = 1; i < thresholds.size(); i++) {
            IsoWeek week = thresholds.get(i).from();
            if (week.equals(thresholds.get(i - 1).from())) {
                throw new IllegalArgumentException(
                        "Two thresholds of the protocol of " + department + " start in " + week + "; keep one of them");
            }
        }
        workRelated = List.copyOf(workRelated);
    }

    /** The threshold in force in a week: the latest that started by then. Empty before the first. */
    public Optional<Threshold> threshold(IsoWeek week) {
        return thresholds.stream()
                .filter(threshold -> threshold.from().compareTo(week) <= 0)
                .reduce((earlier, later) -> later);
    }

    /** The sites that are work-related for somebody with these roles. */
    public Set<String> workRelatedSites(Set<String> roles) {
        return new InForce(workingTime, Optional.empty(), workRelated).workRelatedSites(roles);
    }
}
