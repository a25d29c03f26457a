package org.modicum.pipeline.directory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.pipeline.settings.DirectorySettings;
import org.modicum.pipeline.settings.Problems;
import org.modicum.pipeline.settings.SettingsException;

/**
 * Reads the staff file and the leave file. In both, {@code from} is the first day and {@code to} the last, as personnel
 * systems print them; empty is open.
 */
public final class StaffDirectory {

    private static final List<String> COLUMNS =
            List.of("username", "department", "faculty", "line_manager", "roles", "from", "to");

    private final Path file;
    private final UserNames names;
    private final Problems problems;

    private StaffDirectory(Path file, UserNames names, Problems problems) {
        this.file = file;
        this.names = names;
        this.problems = problems;
    }

    /**
     * Reads both files.
     *
     * @throws SettingsException with all problems of both files, by line and without anybody's name
     */
    public static Staff read(DirectorySettings settings) {
        Problems problems = new Problems();
        Staff staff = read(settings, problems);
        problems.throwIfAny();
        return staff;
    }

    /** What could be read; what could not is added to the problems, by line and without anybody's name. */
    public static Staff read(DirectorySettings settings, Problems problems) {
        UserNames names = UserNames.of(settings);
        List<Entry> entries = new StaffDirectory(settings.path(), names, problems).entries();
        Consistency.check(settings.path(), entries, problems);
        List<Absence> absences = settings.leave()
                .map(leave -> Absences.read(leave, names, problems))
                .orElse(List.of());
        return new Staff(entries.stream().map(Entry::member).toList(), absences);
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Row row : new Table(file, problems).rows(COLUMNS)) {
            entry(row).ifPresent(entries::add);
        }
        return entries;
    }

    private Optional<Entry> entry(Row row) {
        String username = required(row, "username");
        String department = required(row, "department");
        String faculty = required(row, "faculty");
        if (department.contains(";")) {
            problems.add(
                    file,
                    row.line(),
                    "column department has a semicolon, which separates departments in summary.csv; write it without");
        }
        Optional<Period> period = Period.of(file, row, problems);
        if (username.isEmpty() || department.isEmpty() || faculty.isEmpty() || period.isEmpty()) {
            return Optional.empty();
        }
        Member member = new Member(
                names.canonical(username),
                department,
                faculty,
                names.canonical(row.field("line_manager")),
                roles(row.field("roles")),
                period.get().from(),
                period.get().to());
        return Optional.of(new Entry(row.line(), username, member));
    }

    private String required(Row row, String column) {
        String text = row.field(column);
        if (text.isEmpty()) {
            problems.add(file, row.line(), "column " + column + " is empty; fill it in or remove the line");
        }
        return text;
    }

    private static Set<String> roles(String text) {
        return Arrays.stream(text.split(";"))
                .map(role -> role.strip().toLowerCase(Locale.ROOT))
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
