package org.modicum.pipeline.directory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.settings.Problems;

/** Reads the leave file: {@code username,from,to}. Periods of one person may overlap; what is away twice is away. */
final class Absences {

    private static final List<String> COLUMNS = List.of("username", "from", "to");

    private Absences() {}

    static List<Absence> read(Path file, UserNames names, Problems problems) {
        List<Absence> absences = new ArrayList<>();
        for (Row row : new Table(file, problems).rows(COLUMNS)) {
            String username = row.field("username");
            if (username.isEmpty()) {
                problems.add(file, row.line(), "column username is empty; fill it in or remove the line");
            }
            Optional<Period> period = Period.of(file, row, problems);
            if (!username.isEmpty() && period.isPresent()) {
                absences.add(new Absence(
                        names.canonical(username),
                        period.get().from(),
                        period.get().to()));
            }
        }
        return absences;
    }
}
