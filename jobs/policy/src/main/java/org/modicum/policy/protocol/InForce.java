package org.modicum.policy.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What holds in a department in one week (paragraph 23), whether it has a protocol or not.
 *
 * @param workingTime when it works
 * @param threshold starts in that week, whenever the protocol has it start; empty if there is none
 * @param workRelated use that does not count
 */
public record InForce(WorkingTime workingTime, Optional<Threshold> threshold, List<WorkRelated> workRelated) {

    public InForce {
        workRelated = List.copyOf(workRelated);
    }

    /**
     * What a protocol says of a week.
     *
     * @param protocol empty for a department without one
     * @param otherwise the working time of departments without a protocol
     */
    public static InForce of(Optional<Protocol> protocol, WorkingTime otherwise, IsoWeek week) {
        return new InForce(
                protocol.map(Protocol::workingTime).orElse(otherwise),
                protocol.flatMap(one -> one.threshold(week))
                        .map(threshold -> new Threshold(week, threshold.minutes(), threshold.per())),
                protocol.map(Protocol::workRelated).orElse(List.of()));
    }

    public InForce withThreshold(Optional<Threshold> other) {
        return new InForce(workingTime, other, workRelated);
    }

    /** The sites that are work-related for somebody with these roles. */
    public Set<String> workRelatedSites(Set<String> roles) {
        Set<String> sites = new TreeSet<>();
        for (WorkRelated use : workRelated) {
            if (use.holdsFor(roles)) {
                sites.addAll(use.sites());
            }
        }
        return Collections.unmodifiableSet(sites);
    }

    /** In which parts it differs from another, in words; empty if they are the same. */
    public List<String> differences(InForce other) {
        List<String> parts = new ArrayList<>();
        if (!threshold.equals(other.threshold)) {
            parts.add("threshold");
        }
        if (!workingTime.equals(other.workingTime)) {
            parts.add("working time");
        }
        if (!workRelated.equals(other.workRelated)) {
            parts.add("work-related use");
        }
        return List.copyOf(parts);
    }
}
