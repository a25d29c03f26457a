package org.modicum.pipeline.synth;

import java.util.List;
import java.util.Set;

/**
 * A simulated department and what its protocol says.
 *
 * @param size people in a university of {@link #TYPICAL}
 * @param scales whether it grows with the university
 * @param threshold as the protocol writes it; empty for a department without protocol
 */
record Department(
        String name, String faculty, int size, boolean scales, String manager, Hours hours, String threshold) {

    /** The role whose use of {@link #WORK_SITES} is work. */
    static final String COMMUNICATIONS = "communications";

    static final Set<String> WORK_SITES = Set.of("facebook", "linkedin");

    /** A department of three, one of nine (one less than the smallest group that is published), and usual ones. */
    static final List<Department> ALL = List.of(
            new Department("Registry", "Services", 40, true, "m.jones", Hours.USUAL, "minutes = 60, per = day"),
            new Department("Library", "Services", 30, true, "l.shah", Hours.USUAL, "minutes = 200, per = week"),
            new Department("Estates", "Services", 45, true, "p.brown", Hours.USUAL, ""),
            new Department("Communications", "Services", 12, true, "k.evans", Hours.USUAL, "minutes = 60, per = day"),
            new Department("Chaplaincy", "Services", 3, false, "r.moore", Hours.USUAL, "minutes = 30, per = day"),
            new Department("History", "Arts", 22, true, "a.wright", Hours.USUAL, "minutes = 45, per = day"),
            new Department("English", "Arts", 18, true, "s.green", Hours.USUAL, "minutes = 45, per = day"),
            new Department("Music", "Arts", 9, false, "f.hill", Hours.USUAL, "minutes = 60, per = day"),
            new Department("Biology", "Science", 28, true, "n.clark", Hours.USUAL, "minutes = 30, per = day"),
            new Department("Computing", "Science", 24, true, "d.price", Hours.LATE, "minutes = 30, per = day"),
            new Department("Accounting", "Business", 16, true, "h.lewis", Hours.USUAL, "minutes = 60, per = day"),
            new Department("Management", "Business", 13, true, "t.king", Hours.USUAL, "minutes = 60, per = day"));

    static final int TYPICAL = ALL.stream().mapToInt(Department::size).sum();

    private static final int FIXED =
            ALL.stream().filter(one -> !one.scales()).mapToInt(Department::size).sum();

    /** How many people it has in a university of {@code staff}; everybody is in some department. */
    int sizeAmong(int staff) {
        return scales ? Math.max(1, Math.round(size * (staff - FIXED) / (float) (TYPICAL - FIXED))) : size;
    }

    boolean isCommunications() {
        return name.equals("Communications");
    }

    static Department named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
