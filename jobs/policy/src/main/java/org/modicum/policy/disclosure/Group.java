package org.modicum.policy.disclosure;

import java.util.List;

/**
 * What a release speaks of: a department, or small departments merged until nobody stands out.
 *
 * @param departments in alphabetical order
 */
public record Group(String name, List<Department> departments) {
    public Group {
        departments = List.copyOf(departments);
    }

    public int headcount() {
        return departments.stream().mapToInt(Department::headcount).sum();
    }

    public List<String> departmentNames() {
        return departments.stream().map(Department::name).toList();
    }
}
