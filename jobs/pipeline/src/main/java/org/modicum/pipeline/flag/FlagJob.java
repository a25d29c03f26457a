package org.modicum.pipeline.flag;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantDesk.Standing;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.HeldLog;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
import org.modicum.policy.attention.Method;
import org.modicum.policy.flag.Flag;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.Refused;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.grant.Verdict;
import org.modicum.policy.grant.VerifiedGrant;
import org.modicum.policy.protocol.IsoWeek;

/** Names people under grants, one sealed file for each use. */
public final class FlagJob {
    private final Settings settings;
    private final Store store;
    private final AuditLog log;
    private final RunReport report;
    private final GrantDesk desk;

    /** @param log open, so that nobody else can use a grant meanwhile */
    public FlagJob(Settings settings, Store store, AuditLog log, RunReport report) {
        this.settings = settings;
        this.store = store;
        this.log = log;
        this.report = report;
        this.desk = new GrantDesk(settings, new HeldLog(log), report.run());
    }

    /** Uses those of the grants handed in for which it is time. A refusal of one does not keep the others back. */
    public void useThoseDue(List<Path> files) {
        for (Path file : files) {
            byte[] envelope = GrantFolder.read(file);
            if (isDue(envelope, desk.look(envelope, log.now()))) {
                use(envelope);
            }
        }
    }

    /**
     * Uses a grant now, as somebody asked for it.
     *
     * @throws ExitException with {@link ExitCode#USAGE} if it is for something else; that is not counted as a use
     */
    public void use(Path file) {
        byte[] envelope = GrantFolder.read(file);
        if (isForSomethingElse(desk.look(envelope, log.now()))) {
            throw new ExitException(
                    ExitCode.USAGE,
                    file.getFileName() + " is for a report to a person or a copy for a hold: modicum subject-report,"
                            + " modicum hold copy.");
        }
        use(envelope);
    }

    private boolean isDue(byte[] envelope, Standing standing) {
        if (isForSomethingElse(standing)) {
            return false;
        }
        if (!standing.reasons().isEmpty()) {
            return !GrantUses.isOver(Digests.sha256(envelope), standing.reasons(), log.entries())
                    && !standing.reasons().equals(List.of(Refusal.NOT_YET_VALID));
        }
        Signed<Grant> held = standing.grant().orElseThrow();
        GrantUses uses = GrantUses.of(held.digest(), log.entries());
        if (uses.hasFailed()) {
            report.warn(
                    "A use of the grant for " + held.document().caseReference().text() + " began and did not end. It is"
                            + " left alone: if it is to be used again, run `modicum flag` with its file in "
                            + settings.grants().resolve("live") + ".");
            return false;
        }
        return uses.isTimely(
                held.document(), FlagFinder.weeks(store, held.document().weeks()), this::releasedAt, log.now());
    }

    private void use(byte[] envelope) {
        Verdict verdict = desk.attempt(envelope, log.now());
        if (verdict instanceof Refused refused) {
            report.refused("A grant was refused (" + called(refused, envelope) + "); nobody is named: "
                    + refused.reasons().stream()
                            .map(reason -> reason.name() + ": " + reason.sentence())
                            .collect(Collectors.joining(" ")));
            return;
        }
        report.step("flag", () -> flag((VerifiedGrant) verdict));
    }

    /** Not by its file's name, which may be anything. */
    private static String called(Refused refused, byte[] envelope) {
        return refused.read()
                .map(read -> read.document().caseReference().text())
                .orElseGet(() -> "envelope " + Digests.sha256(envelope).substring(0, 16));
    }

    private void flag(VerifiedGrant granted) {
        Grant grant = granted.grant();
        SortedSet<IsoWeek> weeks = FlagFinder.weeks(store, grant.weeks());
        FlagFinder finder = new FlagFinder(settings, store);
        FlagFile document = new FlagFile(
                Flag.WORDS,
                UseOfGrant.of(granted, report.run(), log.now(), log.key().name(), finder.snapshot()),
                grant.purpose() instanceof Purpose.WholeDepartment whole ? whole.department() : null,
                weeks.stream().map(IsoWeek::toString).toList(),
                without(grant, weeks),
                finder.notFrozen(weeks),
                finder.people(granted, weeks));
        Path file = new SealedFolder(settings, log, report.run())
                .put(
                        Kind.FLAG,
                        Map.of(
                                "weeks", Value.of(document.weeks()),
                                "method", Value.of(Method.VERSION),
                                "snapshot", Value.of(finder.snapshot())),
                        granted,
                        Sealed.of(granted, "flag", document));
        report.tell("Sealed for the recipient of " + grant.caseReference().text() + ", use " + granted.use() + " of "
                + grant.maxUses() + ": " + file);
    }

    private static List<String> without(Grant grant, SortedSet<IsoWeek> weeks) {
        List<String> without = new ArrayList<>();
        for (IsoWeek week = grant.weeks().from(); grant.weeks().contains(week); week = week.plusWeeks(1)) {
            if (!weeks.contains(week)) {
                without.add(week.toString());
            }
        }
        return without;
    }

    private Instant releasedAt(IsoWeek week) {
        return week.plusWeeks(1)
                .monday()
                .atStartOfDay(settings.zone())
                .toInstant()
                .plus(settings.release().grace());
    }

    private static boolean isForSomethingElse(Standing standing) {
        return standing.grant()
                .filter(read -> !read.document().purpose().isForFlags())
                .isPresent();
    }
}
