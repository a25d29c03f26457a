package org.modicum.pipeline.flag;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.flag.GrantedPeople.Person;
import org.modicum.pipeline.flag.HeldRows.HeldRow;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.HeldLog;
import org.modicum.pipeline.keys.KeyFolder;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.HeldWeeks;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.summarise.FrozenProtocols;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.flag.Flags;
import org.modicum.policy.flag.PersonDay;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.grant.VerifiedGrant;
import org.modicum.policy.protocol.InForce;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Threshold;

/** Gives a person everything that is held about them (Article 15 of the UK GDPR), at their own request. */
public final class SubjectReportJob {
    private final Settings settings;
    private final Store store;
    private final AuditLog log;
    private final RunReport report;
    private final GrantDesk desk;

    /** @param log open, so that nobody else can use a grant meanwhile */
    public SubjectReportJob(Settings settings, Store store, AuditLog log, RunReport report) {
        this.settings = settings;
        this.store = store;
        this.log = log;
        this.report = report;
        this.desk = new GrantDesk(settings, new HeldLog(log), report.run());
    }

    /**
     * Uses a grant for a report to a person.
     *
     * @throws ExitException with {@link ExitCode#NOT_PERMITTED} if it does not hold; with {@link ExitCode#USAGE} if it is
     *     of another kind, and that is not counted as a use
     */
    public void use(Path file) {
        byte[] envelope = GrantFolder.read(file);
        GrantDesk.Standing standing = desk.look(envelope, log.now());
        if (standing.grant()
                .filter(read -> !(read.document().purpose() instanceof Purpose.SubjectReport))
                .isPresent()) {
            throw new ExitException(
                    ExitCode.USAGE, file.getFileName() + " is not for a report to a person: modicum flag.");
        }
        VerifiedGrant granted = desk.begin(envelope, log.now());
        report.step("subject report", () -> make(granted));
    }

    private void make(VerifiedGrant granted) {
        UserName subject = granted.grant().purpose().people().get(0).person();
        Staff staff = StaffDirectory.read(settings.directory());
        List<Member> member = staff.members().stream()
                .filter(one -> one.username().equals(subject.text()))
                .toList();
        HeldRows rows = new HeldRows(store, settings.zone());
        SortedSet<IsoWeek> held = HeldWeeks.of(store);
        KeyFolder keys = new KeyFolder(settings.keys());
        GrantedPeople people = new GrantedPeople(granted, settings, staff);
        List<IsoWeek> weeks = held.stream()
                .filter(week -> granted.grant().weeks().contains(week) && keys.has(week))
                .toList();
        FrozenProtocols frozen = FrozenProtocols.read(store, settings.protocols(), settings.workingTime(), held);
        TouchingGrants.Found touching = new TouchingGrants(desk, log.entries(), log.now())
                .of(subject, staff, new GrantFolder(settings.grants()).grants());
        Instant made = log.now();
        SubjectReportFile document = new SubjectReportFile(
                subject.text(),
                UseOfGrant.of(granted, report.run(), made, log.key().name(), rows.snapshot()),
                member.stream().map(SubjectReportJob::membership).toList(),
                staff.absences().stream()
                        .filter(absence -> absence.username().equals(subject.text()))
                        .map(absence -> new SubjectReportFile.Leave(
                                absence.from().toString(), absence.to().toString()))
                        .toList(),
                weeks.stream()
                        .map(week -> week(week, people, frozen.of(week, staff.departments()), rows))
                        .toList(),
                texts(held.stream().filter(week -> !keys.has(week)).toList()),
                texts(held.stream()
                        .filter(week -> !granted.grant().weeks().contains(week))
                        .toList()),
                texts(weeks.stream().filter(week -> !frozen.isWhole(week)).toList()),
                touching.grants(),
                touching.unread());
        Path file = new SealedFolder(settings, log, report.run())
                .put(Kind.SUBJECT_REPORT, Map.of(), granted, Sealed.of(granted, "report", document));
        report.tell("Sealed for the person who asked, case "
                + granted.grant().caseReference().text() + ": " + file);
    }

    private static SubjectReportFile.Week week(
            IsoWeek week, GrantedPeople people, Map<String, InForce> protocols, HeldRows rows) {
        Map.Entry<String, Person> own =
                people.in(week, protocols).entrySet().iterator().next();
        List<HeldRow> held =
                rows.of(week, Set.of(own.getKey()), Sites.ALL::contains).getOrDefault(own.getKey(), List.of());
        List<Activity> activities = held.stream().map(HeldRow::activity).toList();
        List<SubjectReportFile.Day> days = new ArrayList<>();
        for (PersonDay day : own.getValue().days()) {
            days.add(new SubjectReportFile.Day(
                    day.department(), threshold(day.threshold()), Flags.minutes(day, activities, Sites.ALL)));
        }
        return new SubjectReportFile.Week(
                week.toString(),
                own.getKey(),
                held.stream().map(SubjectReportFile::row).toList(),
                days);
    }

    private static SubjectReportFile.Membership membership(Member member) {
        return new SubjectReportFile.Membership(
                member.department(),
                member.faculty(),
                member.roles().stream().sorted().toList(),
                member.from().equals(LocalDate.MIN) ? "" : member.from().toString(),
                member.to().equals(LocalDate.MAX) ? "" : member.to().toString());
    }

    private static String threshold(Optional<Threshold> threshold) {
        return threshold
                .map(one -> one.minutes() + " per " + one.per().name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static List<String> texts(List<IsoWeek> weeks) {
        return weeks.stream().map(IsoWeek::toString).toList();
    }
}
