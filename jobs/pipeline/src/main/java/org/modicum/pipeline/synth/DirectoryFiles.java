package org.modicum.pipeline.synth;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The people as a personnel system prints them: {@code to} is the last day, empty is open. */
final class DirectoryFiles {
    private DirectoryFiles() {}

    static void staff(List<Person> people, CsvWriter csv) {
        csv.writeRecord("username", "department", "faculty", "line_manager", "roles", "from", "to");
        for (Person person : people) {
            for (Post post : person.posts()) {
                csv.writeRecord(
                        person.username(),
                        post.department().name(),
                        post.department().faculty(),
                        post.department().manager(),
                        person.communications() ? Department.COMMUNICATIONS : "",
                        text(post.period().from()),
                        text(post.period().to()));
            }
        }
    }

    static void leave(List<Person> people, CsvWriter csv) {
        csv.writeRecord("username", "from", "to");
        for (Person person : people) {
            person.leave().ifPresent(leave -> csv.writeRecord(person.username(), text(leave.from()), text(leave.to())));
        }
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
