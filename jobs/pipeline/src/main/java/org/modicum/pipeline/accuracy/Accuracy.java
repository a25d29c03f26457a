package org.modicum.pipeline.accuracy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.pipeline.synth.LogStyle;
import org.modicum.pipeline.synth.Synth;
import org.modicum.pipeline.synth.SynthPlan;
import org.modicum.policy.attention.ActiveMinutes;
import org.modicum.policy.attention.DayMinutes;
import org.modicum.policy.attention.Method;
import org.modicum.policy.attention.PublishedError;
import org.modicum.policy.protocol.Protocol;
import org.modicum.policy.protocol.WorkingTime;

/**
 * The method against simulated people whose true minutes are known: the error that every release and flag carries. Each
 * person-day is judged by the protocol of the department that the person was in on that day, as in a release.
 */
public final class Accuracy {
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

    private Accuracy() {}

    /**
     * Simulates each style of log below a folder and prints a line for it, and what is published.
     *
     * @param folder of its own; what is written there is the caller's to remove
     */
    public static void print(Path folder, int staff, int days, long seed, PrintStream out) {
        out.println("Method " + Method.VERSION + ", " + staff + " simulated people, " + days + " days, seed " + seed
                + "; minutes a person-day in working time.");
        out.println(Measured.header());
        for (LogStyle style : LogStyle.values()) {
            out.println(measure(folder.resolve(style.name()), style, staff, days, seed)
                    .line());
        }
        for (PublishedError error : Method.PUBLISHED_ERROR) {
            out.println("published for " + error.log() + ": mean error " + error.meanErrorMinutes() + ", bias "
                    + error.biasPercent() + " %");
        }
    }

    /** Simulates one log into a folder and compares. */
    public static Measured measure(Path folder, LogStyle style, int staff, int days, long seed) {
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
            return compare(folder, style, settings, activity);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated log below " + folder + " could not be read back", e);
        }
    }

    private static Measured compare(Path folder, LogStyle style, Settings settings, LoggedActivity activity)
            throws IOException {
        Staff staff = StaffDirectory.read(settings.directory());
        Map<String, List<Member>> members = staff.members().stream().collect(Collectors.groupingBy(Member::username));
        Sums sums = new Sums(style);
        try (CsvReader<NamedCsvRecord> truth = CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth.csv"))) {
            for (NamedCsvRecord row : truth) {
                if (row.getField("site").equals("all")) {
                    String person = UserNames.of(settings.directory()).canonical(row.getField("username"));
                    LocalDate day = LocalDate.parse(row.getField("day"));
                    Member member = members.get(person).stream()
                            .filter(one -> one.isOn(day))
                            .findFirst()
                            .orElseThrow();
                    DayMinutes minutes = minutes(settings, member, day, activity);
                    sums.add(Double.parseDouble(row.getField("minutes")), minutes);
                }
            }
        }
        return sums.measured();
    }

    private static DayMinutes minutes(Settings settings, Member member, LocalDate day, LoggedActivity activity) {
        Optional<Protocol> protocol = Optional.ofNullable(settings.protocols().get(member.department()));
        WorkingTime hours = protocol.map(Protocol::workingTime).orElse(settings.workingTime());
        Set<String> work =
                protocol.map(rules -> rules.workRelatedSites(member.roles())).orElse(Set.of());
        return ActiveMinutes.of(day, activity.of(member.username(), day), hours, work);
    }
}
