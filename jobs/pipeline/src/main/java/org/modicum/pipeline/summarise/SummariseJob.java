package org.modicum.pipeline.summarise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.keys.KeyFolder;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.HeldWeeks;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.attention.Method;
import org.modicum.policy.disclosure.Cell;
import org.modicum.policy.disclosure.Department;
import org.modicum.policy.disclosure.Disclosure;
import org.modicum.policy.disclosure.Earlier;
import org.modicum.policy.disclosure.Question;
import org.modicum.policy.disclosure.Rules;
import org.modicum.policy.protocol.InForce;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Threshold;

/** Makes the release of every ISO week that has closed and was not released, in order; once each. */
public final class SummariseJob {
    private final Settings settings;
    private final Store store;
    private final Supplier<SparkSession> spark;
    private final KeyFolder keys;
    private final AuditLog log;

    public SummariseJob(Settings settings, Store store, Supplier<SparkSession> spark, AuditLog log) {
        this.settings = settings;
        this.store = store;
        this.spark = spark;
        this.keys = new KeyFolder(settings.keys());
        this.log = log;
    }

    public void run(Instant asOf, RunReport report) {
        Releases releases = new Releases(store);
        Set<IsoWeek> released = releases.weeks();
        IsoWeek current = IsoWeek.of(LocalDate.ofInstant(asOf, settings.zone()));
        TreeSet<IsoWeek> open = new TreeSet<>(HeldWeeks.of(store));
        open.removeAll(released);
        open.add(current);
        Staff staff = StaffDirectory.read(settings.directory());
        warnOfProtocolsForNobody(staff, report);
        FrozenProtocols frozen = FrozenProtocols.read(store, settings.protocols(), settings.workingTime(), open);
        for (IsoWeek week : open.headSet(current, true)) {
            frozen.freeze(week, staff.departments(), asOf, report);
        }
        for (IsoWeek week : open) {
            if (isClosed(week, asOf)) {
                report.step("summarise", () -> release(week, staff, releases, report));
            }
        }
    }

    /** A week is closed when the grace time after its Sunday is over: by then its last logs have been rotated in. */
    private boolean isClosed(IsoWeek week, Instant asOf) {
        Instant end = week.plusWeeks(1).monday().atStartOfDay(settings.zone()).toInstant();
        return !asOf.isBefore(end.plus(settings.release().grace()));
    }

    private void release(IsoWeek week, Staff staff, Releases releases, RunReport report) {
        Set<IsoWeek> met = new TreeSet<>(releases.weeks());
        met.add(week);
        FrozenProtocols frozen = FrozenProtocols.read(store, settings.protocols(), settings.workingTime(), met);
        Map<String, InForce> protocols = frozen.of(week, staff.departments());
        Map<String, Optional<Threshold>> thresholds = values(protocols, InForce::threshold);
        Scope scope = Scope.of(staff, week, protocols);
        Dataset<Row> minutes = new WeekOfUse(spark.get(), values(protocols, InForce::workingTime))
                .minutes(week, scope, keys.existing(week), settings.zone())
                .persist();
        try {
            SparkTally tally = new SparkTally(spark.get(), minutes, scope, thresholds);
            List<Cell> cells = Disclosure.decide(
                    new Question(
                            week,
                            departments(staff, scope, thresholds),
                            settings.catalogue().sites(),
                            Method.VERSION),
                    tally,
                    new Earlier(
                            releases.byWeek(),
                            new DirectoryMembership(any -> Scope.of(staff, any, frozen.of(any, staff.departments())))),
                    rules());
            releases.append(
                    week,
                    cells,
                    report.run(),
                    store.table(Tables.ACTIVITY).currentSnapshot().snapshotId());
            new LoggedReleases(releases, log, report.run()).complete();
            report.count("weeks released", 1);
            report.tell("Released week " + week + ".");
        } finally {
            minutes.unpersist();
        }
    }

    /** A department that is spelt differently in its protocol and in the directory would silently have no threshold. */
    private void warnOfProtocolsForNobody(Staff staff, RunReport report) {
        Set<String> nobody = new TreeSet<>(settings.protocols().keySet());
        nobody.removeAll(staff.departments());
        nobody.forEach(department -> report.warn("The protocol of " + department
                + " is for a department that nobody in the directory belongs to. Is its name spelt as there?"));
    }

    private static <T> Map<String, T> values(Map<String, InForce> protocols, Function<InForce, T> part) {
        Map<String, T> values = new TreeMap<>();
        protocols.forEach((department, protocol) -> values.put(department, part.apply(protocol)));
        return values;
    }

    private static List<Department> departments(Staff staff, Scope scope, Map<String, Optional<Threshold>> thresholds) {
        Map<String, String> faculties = new TreeMap<>();
        staff.members().forEach(member -> faculties.put(member.department(), member.faculty()));
        return faculties.entrySet().stream()
                .map(entry -> new Department(
                        entry.getKey(),
                        entry.getValue(),
                        (int) scope.headcount(Set.of(entry.getKey())),
                        thresholds.getOrDefault(entry.getKey(), Optional.empty())))
                .filter(department -> department.headcount() > 0)
                .toList();
    }

    private Rules rules() {
        return new Rules(
                settings.release().minimumGroup(),
                settings.release().roundTo(),
                settings.release().dominance());
    }
}
