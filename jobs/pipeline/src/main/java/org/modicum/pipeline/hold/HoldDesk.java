package org.modicum.pipeline.hold;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.Installation;
import org.modicum.pipeline.grant.Publication;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.Agreed;
import org.modicum.policy.grant.Circumstances;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.StaffRecords;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.HoldRules;
import org.modicum.policy.retention.Lift;

/** Where holds and what lifts them are handed in. The log is open, so that no deletion runs meanwhile. */
public final class HoldDesk {
    private static final String RUN = "hold submit";

    private final Settings settings;
    private final GrantLog log;
    private final HoldFolder folder;

    /** @param log open for as long as the desk is in use */
    public HoldDesk(Settings settings, GrantLog log) {
        this.settings = settings;
        this.log = log;
        this.folder = new HoldFolder(settings.retention().holds());
    }

    /**
     * Takes in what two people signed: it is logged, and then put into the folder. The same may be handed in again, where
     * the file was lost.
     *
     * @return what was done, for the person at the terminal
     * @throws ExitException if it does not count; the refusal is in the log then, and nothing is in the folder
     */
    public String handIn(byte[] envelope, Instant now) {
        List<Refusal> against;
        try {
            Circumstances circumstances = Installation.circumstances(settings, log, now);
            new Publication(settings, log).notice(circumstances.registry(), circumstances.revocations(), now);
            // Read again: what was just noticed may have revoked a key.
            Circumstances noticed = Installation.circumstances(settings, log, now);
            StaffRecords staff = noticed.staff().orElseThrow();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            Holds holds = Holds.look(settings, log, now);
            if (Holds.isLift(envelope)) {
                Agreed<Lift> lift = Lift.agreed(envelope, noticed);
                String digest = lift.signed().document().hold();
                against = HoldRules.lifting(
                        lift, holds.placed(digest), holds.history().hold(digest), staff, today);
                if (against.isEmpty()) {
                    return lift(lift, envelope, holds, now);
                }
            } else {
                Agreed<Hold> hold = Hold.agreed(envelope, noticed);
                against = HoldRules.placing(
                        hold, holds.history().hold(hold.signed().digest()), staff, today);
                if (against.isEmpty()) {
                    return place(hold, envelope, holds, now);
                }
            }
        } catch (RefusedException e) {
            against = List.of(e.refusal());
        }
        log.append(List.of(HoldEntries.refused(log.timeOfNext(now), RUN, envelope, against)));
        throw new ExitException(
                ExitCode.NOT_PERMITTED,
                "Refused; nothing was put into the folder.\n"
                        + against.stream()
                                .map(reason -> "  " + reason.name() + ": " + reason.sentence())
                                .collect(Collectors.joining("\n")));
    }

    private String place(Agreed<Hold> agreed, byte[] envelope, Holds holds, Instant now) {
        Hold hold = agreed.signed().document();
        String digest = agreed.signed().digest();
        if (holds.history().hold(digest).isEmpty()) {
            log.append(List.of(HoldEntries.placed(log.timeOfNext(now), RUN, agreed)));
        }
        Path file = folder.hold(hold.caseReference(), digest);
        if (holds.placed(digest).isEmpty()) {
            folder.put(file, envelope);
        }
        return "The hold " + hold.caseReference().text() + " is in force until " + hold.expiry()
                + ", to be reviewed on " + hold.review()
                + ".\nWhat was planned to be deleted before has to be planned again.";
    }

    private String lift(Agreed<Lift> agreed, byte[] envelope, Holds holds, Instant now) {
        Lift lift = agreed.signed().document();
        if (holds.history().hold(lift.hold()).flatMap(hold -> hold.lift()).isEmpty()) {
            // A hold that was put into the folder by hand has no entry yet, and what has none cannot be lifted.
            if (holds.history().hold(lift.hold()).isEmpty()) {
                holds.files().values().stream()
                        .filter(hold -> hold.signed().digest().equals(lift.hold()))
                        .forEach(hold -> log.append(List.of(HoldEntries.placed(log.timeOfNext(now), RUN, hold))));
            }
            log.append(List.of(HoldEntries.lifted(log.timeOfNext(now), RUN, agreed)));
        }
        if (holds.lifts().values().stream().noneMatch(there -> there.signed().equals(agreed.signed()))) {
            folder.put(folder.lift(lift.caseReference(), lift.hold()), envelope);
        }
        return "The hold " + lift.caseReference().text() + " is lifted. What it kept goes by its rules again.";
    }
}
