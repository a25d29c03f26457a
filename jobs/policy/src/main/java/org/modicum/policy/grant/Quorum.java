package org.modicum.policy.grant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many people have to sign, and in how many roles. A person stands for one role at a time, so two people who both
 * have two roles are two of each, and two people with the same one role are one.
 */
final class Quorum {
    private static final int PEOPLE = 2;
    private static final int PEOPLE_FOR_A_DEPARTMENT = 3;

    private Quorum() {}

    /** People, and as many roles. */
    static int of(Purpose purpose) {
        if (purpose instanceof Purpose.SubjectReport) {
            return 1;
        }
        return purpose instanceof Purpose.WholeDepartment ? PEOPLE_FOR_A_DEPARTMENT : PEOPLE;
    }

    /**
     * Whether one of them has to be the data-protection officer: where many people are looked at, and where one signature
     * is enough, so that nobody else can alone have a report about somebody sent to themselves.
     */
    static boolean needsDataProtection(Purpose purpose) {
        return purpose instanceof Purpose.WholeDepartment || purpose instanceof Purpose.SubjectReport;
    }

    /** The most people who can each stand for a role that no other of them stands for (Kuhn's matching). */
    static int roles(List<Set<String>> rolesOfPeople) {
        Map<String, Integer> holders = new HashMap<>();
        int matched = 0;
        for (int person = 0; person < rolesOfPeople.size(); person++) {
            if (place(person, rolesOfPeople, holders, new HashSet<>())) {
                matched++;
            }
        }
        return matched;
    }

    private static boolean place(int person, List<Set<String>> roles, Map<String, Integer> holders, Set<String> tried) {
        for (String role : roles.get(person)) {
            if (tried.add(role)) {
                Integer holder = holders.get(role);
                if (holder == null || place(holder, roles, holders, tried)) {
                    holders.put(role, person);
                    return true;
                }
            }
        }
        return false;
    }
}
