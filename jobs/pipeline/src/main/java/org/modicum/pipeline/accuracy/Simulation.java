package org.modicum.pipeline.accuracy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.pipeline.synth.LogStyle;
import org.modicum.pipeline.synth.Synth;
import org.modicum.pipeline.synth.SynthPlan;
import org.modicum.policy.flag.PersonDay;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Protocol;
import org.modicum.policy.protocol.WorkingTime;

/**
 * A simulated log that was read back, and the true minutes of its people.
 *
 * @param days every working day of every member of staff
 */
record Simulation(LoggedActivity activity, List<TrueDay> days) {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final LocalDate START = LocalDate.parse("2026-03-02");
    private static final String SETTINGS = """
            modicum {
              zone = Europe/London
              home = var
              directory { path = staff.csv, leave = leave.csv }
              protocols = protocols/
              sites = sites.conf
            }
            """;

    /**
     * @param rules of the department that the person was in on that day, as in a release
     * @param minutes true active minutes in working time
     */
    record TrueDay(String person, PersonDay rules, double minutes) {}

    /** Simulates a log into a folder and reads it back as ingest would. */
    static Simulation of(Path folder, LogStyle style, int staff, int days, long seed) {
        Synth.write(new SynthPlan(folder, staff, START, days, seed, style, ZONE));
        try {
            Files.write(folder.resolve("modicum.conf"), SETTINGS.getBytes(StandardCharsets.UTF_8));
            Files.write(
                    folder.resolve("sites.conf"),
                    "include required(classpath(\"modicum/sites.conf\"))\n".getBytes(StandardCharsets.UTF_8));
            Settings settings = SettingsReader.read(folder.resolve("modicum.conf"));
            UserNames names = UserNames.of(settings.directory());
            LoggedActivity activity = new LoggedActivity(settings.catalogue(), names, ZONE);
            activity.read(folder.resolve("access.log"));
            return new Simulation(activity, truth(folder, settings, names));
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated log below " + folder + " could not be read back", e);
        }
    }

    private static List<TrueDay> truth(Path folder, Settings settings, UserNames names) throws IOException {
        Map<String, List<Member>> members = StaffDirectory.read(settings.directory()).members().stream()
                .collect(Collectors.groupingBy(Member::username));
        List<TrueDay> days = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> truth = CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth.csv"))) {
            for (NamedCsvRecord row : truth) {
                if (row.getField("site").equals("all")) {
                    String person = names.canonical(row.getField("username"));
                    LocalDate day = LocalDate.parse(row.getField("day"));
                    Member member = members.get(person).stream()
                            .filter(one -> one.isOn(day))
                            .findFirst()
                            .orElseThrow();
                    days.add(new TrueDay(
                            person, rules(settings, member, day), Double.parseDouble(row.getField("minutes"))));
                }
            }
        }
        return days;
    }

    private static PersonDay rules(Settings settings, Member member, LocalDate day) {
        Optional<Protocol> protocol = Optional.ofNullable(settings.protocols().get(member.department()));
        WorkingTime hours = protocol.map(Protocol::workingTime).orElse(settings.workingTime());
        Set<String> work =
                protocol.map(rules -> rules.workRelatedSites(member.roles())).orElse(Set.of());
        return new PersonDay(
                member.department(), day, hours, work, protocol.flatMap(rules -> rules.threshold(IsoWeek.of(day))));
    }
}
