package org.modicum.pipeline.directory;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is staff, where and when. On any day a user name is in one department at most.
 *
 * @param members sorted by user name, then by first day
 * @param absences sorted likewise
 */
public record Staff(List<Member> members, List<Absence> absences) implements Serializable {

    public Staff {
        members = members.stream()
                .sorted(Comparator.comparing(Member::username).thenComparing(Member::from))
                .toList();
        absences = absences.stream()
                .sorted(Comparator.comparing(Absence::username).thenComparing(Absence::from))
                .toList();
    }

    /** Every department that anybody belongs to, at any time. */
    public Set<String> departments() {
        return members.stream().map(Member::department).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the person is on leave on this day. */
    public boolean isAbsent(String username, LocalDate day) {
        return of(absences, Absence::username, username).stream().anyMatch(absence -> absence.isOn(day));
    }

    /** Without anybody's name. */
    @Override
    public String toString() {
        return "Staff[members=" + members.size() + ", absences=" + absences.size() + "]";
    }

    /** The run of rows with this user name, found by bisection because the rows are sorted by it. */
    private static <T> List<T> of(List<T> rows, Function<T, String> name, String username) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (name.apply(rows.get(middle)).compareTo(username) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<T> found = new ArrayList<>();
        for (int row = low; row < rows.size() && name.apply(rows.get(row)).equals(username); row++) {
            found.add(rows.get(row));
        }
        return found;
    }
}
