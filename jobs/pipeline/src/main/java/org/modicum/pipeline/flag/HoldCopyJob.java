package org.modicum.pipeline.flag;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.HeldLog;
import org.modicum.pipeline.hold.HeldCopies;
import org.modicum.pipeline.hold.Holds;
import org.modicum.pipeline.keys.KeyFolder;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.HeldWeeks;
import org.modicum.pipeline.store.Store;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.grant.VerifiedGrant;
import org.modicum.policy.grant.Weeks;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.HoldRules;

/** Copies one person's rows aside for a hold, under a grant, so that everybody else's rows can go. */
public final class HoldCopyJob {
    private final Settings settings;
    private final Store store;
    private final AuditLog log;
    private final RunReport report;
    private final GrantDesk desk;

    /** @param log open, so that nobody else can use a grant or change a hold meanwhile */
    public HoldCopyJob(Settings settings, Store store, AuditLog log, RunReport report) {
        this.settings = settings;
        this.store = store;
        this.log = log;
        this.report = report;
        this.desk = new GrantDesk(settings, new HeldLog(log), report.run());
    }

    /**
     * Uses a grant for a copy.
     *
     * @throws ExitException with {@link ExitCode#NOT_PERMITTED} if it does not hold, or not for a hold that is in force
     *     here, or a key is gone; with {@link ExitCode#USAGE} if it is of another kind. The last three are not counted
     *     as a use
     */
    public void use(Path file) {
        byte[] envelope = GrantFolder.read(file);
        GrantDesk.Standing standing = desk.look(envelope, log.now());
        Optional<Grant> read = standing.grant().map(signed -> signed.document());
        if (read.filter(grant -> !(grant.purpose() instanceof Purpose.HoldCopy)).isPresent()) {
            throw new ExitException(
                    ExitCode.USAGE, file.getFileName() + " is not for a copy for a hold: modicum flag.");
        }
        if (standing.reasons().isEmpty()) {
            refuseUnlessForAHold(envelope, read.orElseThrow());
        }
        VerifiedGrant granted = desk.begin(envelope, log.now());
        report.step("hold copy", () -> make(granted));
    }

    private void refuseUnlessForAHold(byte[] envelope, Grant grant) {
        Holds holds = Holds.read(settings, new HeldLog(log), log.now());
        String hold = ((Purpose.HoldCopy) grant.purpose()).hold();
        List<Refusal> against =
                HoldRules.copying(grant, holds.placed(hold), LocalDate.ofInstant(log.now(), ZoneOffset.UTC));
        if (!against.isEmpty()) {
            throw desk.refuse(envelope, against, log.now());
        }
        KeyFolder keys = new KeyFolder(settings.keys());
        HeldWeeks.of(store).stream().filter(grant.weeks()::contains).forEach(keys::existing);
    }

    private void make(VerifiedGrant granted) {
        Grant grant = granted.grant();
        Purpose.HoldCopy purpose = (Purpose.HoldCopy) grant.purpose();
        HeldRows rows = new HeldRows(store, settings.zone());
        GrantedPeople people = new GrantedPeople(granted, settings, StaffDirectory.read(settings.directory()));
        List<IsoWeek> weeks = all(grant.weeks());
        HoldCopyFile document = new HoldCopyFile(
                purpose.subject().person().text(),
                UseOfGrant.of(granted, report.run(), log.now(), log.key().name(), rows.snapshot()),
                purpose.hold(),
                weeks.stream().map(week -> week(week, people, rows)).toList());
        Path file = new SealedFolder(HeldCopies.of(settings).folder(), log, report.run())
                .put(
                        Kind.HOLD_COPIED,
                        Map.of(
                                "hold", Value.of(purpose.hold()),
                                "weeks",
                                        Value.of(weeks.stream()
                                                .map(IsoWeek::toString)
                                                .toList()),
                                "snapshot", Value.of(rows.snapshot()),
                                "state", Value.of(rows.state())),
                        granted,
                        Sealed.of(granted, "held", document));
        report.tell("Copied aside for the hold " + grant.caseReference().text() + ", sealed for its recipient: " + file
                + ". For as long as it lies there unchanged, the hold keeps no rows and keys of "
                + grant.weeks().from()
                + " to " + grant.weeks().to() + ".");
    }

    private HoldCopyFile.Week week(IsoWeek week, GrantedPeople people, HeldRows rows) {
        if (!new KeyFolder(settings.keys()).has(week)) {
            return new HoldCopyFile.Week(week.toString(), "", List.of());
        }
        String pseudonym = people.pseudonyms(week).keySet().iterator().next();
        return new HoldCopyFile.Week(
                week.toString(),
                pseudonym,
                rows.of(week, Set.of(pseudonym), Sites.ALL::contains).getOrDefault(pseudonym, List.of()).stream()
                        .map(SubjectReportFile::row)
                        .toList());
    }

    private static List<IsoWeek> all(Weeks weeks) {
        List<IsoWeek> all = new ArrayList<>();
        for (IsoWeek week = weeks.from(); weeks.contains(week); week = week.plusWeeks(1)) {
            all.add(week);
        }
        return all;
    }
}
