package org.modicum.policy.protocol;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Social media that somebody uses for work (paragraphs 4, 5 and 8), which therefore counts against nobody.
 *
 * @param roles staff roles it holds for; empty for everybody in the department
 * @param sites sites of the catalogue
 */
public record WorkRelated(Set<String> roles, Set<String> sites) implements Serializable {

    public WorkRelated {
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("Work-related use must name at least one site");
        }
        // Sorted, so that the same protocol always prints the same.
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        sites = Collections.unmodifiableSet(new TreeSet<>(sites));
    }

    boolean holdsFor(Collection<String> rolesOfPerson) {
        return roles.isEmpty() || roles.stream().anyMatch(rolesOfPerson::contains);
    }
}
