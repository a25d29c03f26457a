package org.modicum.pipeline.synth;

import java.time.LocalTime;
import java.util.List;

/**
 * A simulated department and what its protocol says.
 *
 * @param size people in a university of {@value University#TYPICAL}; fixed sizes do not scale
 * @param threshold as the protocol writes it; empty for a department without protocol
 */
record Department(
        String name, String faculty, int size, boolean scales, String manager, Hours hours, String threshold) {

    /** Working time on a working day: two stretches around lunch. */
    record Hours(LocalTime start, LocalTime lunch, LocalTime back, LocalTime end) {
        static final Hours USUAL =
                new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0), LocalTime.of(13, 0), LocalTime.of(17, 0));
        static final Hours LATE =
                new Hours(LocalTime.of(10, 0), LocalTime.of(13, 0), LocalTime.of(14, 0), LocalTime.of(18, 0));
    }

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
}
