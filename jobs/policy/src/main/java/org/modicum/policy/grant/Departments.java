package org.modicum.policy.grant;

import java.util.Collection;

/** Names of departments. */
public final class Departments {
    private Departments() {}

    /** Whether one of them may be this department; case and compatible letters make no difference. */
    public static boolean has(Collection<String> departments, String department) {
        return departments.stream()
                .anyMatch(one -> Words.foldedDepartment(one).equals(Words.foldedDepartment(department)));
    }
}
