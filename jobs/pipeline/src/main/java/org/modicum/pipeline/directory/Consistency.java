package org.modicum.pipeline.directory;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.modicum.pipeline.settings.Problems;

/** What must hold between the rows of the staff file, so that on any day each person is in one place. */
final class Consistency {

    private Consistency() {}

    static void check(Path file, List<Entry> entries, Problems problems) {
        by(entries, entry -> entry.member().username()).values().forEach(rows -> onePlaceAtATime(file, rows, problems));
        by(entries, entry -> entry.member().department())
                .values()
                .forEach(rows -> oneFacultyAtATime(file, rows, problems));
    }

    private static void onePlaceAtATime(Path file, List<Entry> rows, Problems problems) {
        for (int later = 1; later < rows.size(); later++) {
            Entry row = rows.get(later);
            for (Entry earlier : rows.subList(0, later)) {
                if (row.overlaps(earlier)) {
                    problems.add(file, row.line(), overlap(earlier, row));
                }
            }
        }
    }

    private static String overlap(Entry earlier, Entry row) {
        if (!row.written().equals(earlier.written())) {
            return "the user name is the one on line " + earlier.line()
                    + " once case, domain and realm are put aside, for days that overlap; if these are two people,"
                    + " see modicum.directory.ignore-case, strip-domain and strip-realm";
        }
        String where = row.member().department().equals(earlier.member().department())
                ? "is in this department already by line "
                : "is in another department by line ";
        return "the person " + where + earlier.line()
                + " on days that overlap; to is the last day, so end one the day before the other begins";
    }

    private static void oneFacultyAtATime(Path file, List<Entry> rows, Problems problems) {
        Map<String, List<Entry>> faculties = by(rows, entry -> entry.member().faculty());
        if (faculties.size() == 1) {
            return;
        }
        for (Entry row : rows) {
            rows.stream()
                    .filter(other -> other.line() < row.line())
                    .filter(other ->
                            !other.member().faculty().equals(row.member().faculty()))
                    .filter(row::overlaps)
                    .min(Comparator.comparingInt(Entry::line))
                    .ifPresent(other -> problems.add(
                            file,
                            row.line(),
                            "department " + row.member().department() + " has another faculty on line " + other.line()
                                    + " for days that overlap; give it one"));
        }
    }

    private static Map<String, List<Entry>> by(List<Entry> entries, Function<Entry, String> key) {
        return entries.stream().collect(Collectors.groupingBy(key));
    }
}
