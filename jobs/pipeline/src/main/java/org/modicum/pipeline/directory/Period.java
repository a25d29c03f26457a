package org.modicum.pipeline.directory;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.modicum.pipeline.settings.Problems;

/**
 * First and last day, both inclusive.
 *
 * @param from {@link LocalDate#MIN} when open
 * @param to {@link LocalDate#MAX} when open
 */
record Period(LocalDate from, LocalDate to) {

    /** The period in the columns {@code from} and {@code to}; empty, and a problem noted, when it is none. */
    static Optional<Period> of(Path file, Row row, Problems problems) {
        Optional<LocalDate> from = day(file, row, "from", LocalDate.MIN, problems);
        Optional<LocalDate> to = day(file, row, "to", LocalDate.MAX, problems);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get().isAfter(to.get())) {
            problems.add(
                    file,
                    row.line(),
                    "from " + from.get() + " to " + to.get() + " ends before it begins; to is the last day");
            return Optional.empty();
        }
        return Optional.of(new Period(from.get(), to.get()));
    }

    private static Optional<LocalDate> day(Path file, Row row, String column, LocalDate open, Problems problems) {
        String text = row.field(column);
        if (text.isEmpty()) {
            return Optional.of(open);
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            // The text is not repeated: in a file with shifted columns it may be a name.
            problems.add(
                    file,
                    row.line(),
                    "column " + column + " is not a day; write it like 2026-01-31, or leave it empty when open");
            return Optional.empty();
        }
    }
}
