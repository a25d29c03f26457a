package org.modicum.policy.disclosure;

import java.util.Collection;
import java.util.List;
import org.modicum.policy.protocol.IsoWeek;

/**
 * What a release is asked for.
 *
 * @param departments those with anybody in scope
 * @param sites the sites that could have minutes
 * @param method the version of the estimation method
 */
public record Question(IsoWeek week, Collection<Department> departments, Collection<String> sites, String method) {
    public Question {
        departments = List.copyOf(departments);
        sites = List.copyOf(sites);
        for (Department department : departments) {
            if (department.name().contains(Cell.SEPARATOR)) {
                throw new IllegalArgumentException("The department '" + department.name()
                        + "' has a ';' in its name, which separates departments in summary.csv; rename it in the"
                        + " staff directory");
            }
        }
    }
}
