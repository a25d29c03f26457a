package org.modicum.pipeline.synth;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a simulation wrote, read back. */
record Output(
        Path folder,
        List<LoggedLine> lines,
        List<Truth> truth,
        List<NamedCsvRecord> staff,
        List<NamedCsvRecord> leave,
        Set<String> usernames) {

    static Output read(Path folder) throws IOException {
        List<NamedCsvRecord> staff = csv(folder.resolve("staff.csv"));
        List<Truth> truth = csv(folder.resolve("truth.csv")).stream()
                .map(row -> new Truth(
                        row.getField("username"),
                        LocalDate.parse(row.getField("day")),
                        row.getField("site"),
                        new BigDecimal(row.getField("minutes"))))
                .toList();
        return new Output(
                folder,
                Files.readAllLines(folder.resolve("access.log")).stream()
                        .map(LoggedLine::parse)
                        .toList(),
                truth,
                staff,
                csv(folder.resolve("leave.csv")),
                staff.stream().map(row -> row.getField("username")).collect(Collectors.toSet()));
    }

    boolean isStaff(String username) {
        return usernames.contains(username);
    }

    boolean isOnLeave(String username, LocalDate day) {
        return leave.stream().anyMatch(row -> row.getField("username").equals(username) && covers(row, day));
    }

    /** In which departments somebody is on a day, by the directory. */
    Set<String> departments(String username, LocalDate day) {
        return staff.stream()
                .filter(row -> row.getField("username").equals(username) && covers(row, day))
                .map(row -> row.getField("department"))
                .collect(Collectors.toSet());
    }

    /** Both ends are included; empty is open. */
    private static boolean covers(NamedCsvRecord row, LocalDate day) {
        String from = row.getField("from");
        String to = row.getField("to");
        return (from.isEmpty() || !day.isBefore(LocalDate.parse(from)))
                && (to.isEmpty() || !day.isAfter(LocalDate.parse(to)));
    }

    private static List<NamedCsvRecord> csv(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
