package org.modicum.pipeline.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.settings.Settings;

/**
 * Who of the simulated staff plays whom in the demo's grants.
 *
 * @param subject truly the longest on social media, of a department with a threshold
 * @param other a colleague of the subject's, or the same if there is none
 * @param officer of another department, and so is personnel
 */
record DemoCast(Member subject, Member other, Member officer, Member personnel, Member recipient) {

    static DemoCast of(Settings settings, Path truth) throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<Member> staff =
                new ArrayList<>(StaffDirectory.read(settings.directory()).members());
        staff.removeIf(member -> !member.isOn(today));
        Map<String, Double> minutes = minutes(truth);
        Member subject = staff.stream()
                .filter(member -> settings.protocols().containsKey(member.department()))
                .max(Comparator.comparing(member -> minutes.getOrDefault(member.username(), 0.0)))
                .orElseThrow();
        Predicate<Member> colleague = member -> member.department().equals(subject.department());
        List<Member> elsewhere = staff.stream().filter(colleague.negate()).toList();
        Member other = staff.stream()
                .filter(colleague)
                .filter(member -> !member.equals(subject))
                .min(Comparator.comparing(member -> minutes.getOrDefault(member.username(), 0.0)))
                .orElse(subject);
        return new DemoCast(subject, other, elsewhere.get(0), elsewhere.get(1), elsewhere.get(2));
    }

    private static Map<String, Double> minutes(Path truth) throws IOException {
        Map<String, Double> minutes = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(truth)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("site").equals("all")) {
                    minutes.merge(row.getField("username"), Double.parseDouble(row.getField("minutes")), Double::sum);
                }
            }
        }
        return minutes;
    }
}
