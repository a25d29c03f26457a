package org.modicum.pipeline.hold;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.Installation;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.Agreed;
import org.modicum.policy.grant.Circumstances;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.HoldBook;
import org.modicum.policy.retention.Lift;
import org.modicum.policy.retention.LoggedHold;
import org.modicum.policy.retention.PlacedHold;

/**
 * The holds of a site.
 *
 * @param files each with its hold
 * @param lifts each with what it lifts
 * @param history what the log says of them
 * @param book what holds
 */
public record Holds(Map<Path, Agreed<Hold>> files, Map<Path, Agreed<Lift>> lifts, HoldHistory history, HoldBook book) {
    /** What a hold that somebody put into the folder is logged under. */
    private static final String FOUND = "found in the folder";

    /** What lies there, with all that is wrong with it; for showing. */
    public static Holds look(Settings settings, GrantLog log, Instant now) {
        List<Path> found = new HoldFolder(settings.retention().holds()).files();
        Map<Path, Agreed<Hold>> holds = new LinkedHashMap<>();
        Map<Path, Agreed<Lift>> lifts = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        Optional<Circumstances> circumstances =
                found.isEmpty() ? Optional.empty() : Optional.of(Installation.circumstances(settings, log, now));
        for (Path file : found) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || !file.toString().endsWith(".json")) {
                wrong.add(file + " is no hold.");
                continue;
            }
            try {
                byte[] envelope = GrantFolder.read(file);
                if (isLift(envelope)) {
                    lifts.put(file, Lift.agreed(envelope, circumstances.orElseThrow()));
                } else {
                    holds.put(file, Hold.agreed(envelope, circumstances.orElseThrow()));
                }
            } catch (RefusedException e) {
                wrong.add(file + " does not count: " + e.getMessage());
            }
        }
        HoldHistory history = HoldHistory.of(log.entries());
        HoldBook book = HoldBook.of(
                signed(holds),
                signed(lifts),
                history.holds(),
                HeldCopies.of(settings).there(history.copies()),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
        wrong.addAll(book.problems());
        return new Holds(holds, lifts, history, new HoldBook(book.holds(), wrong));
    }

    /**
     * Reads all, for a deletion. One that does not count, or that was taken away, stops everything: somebody wanted
     * something kept, and nobody can tell what. One that was put into the folder and never logged is logged now.
     *
     * @throws ExitException with {@link ExitCode#NOT_PERMITTED} if anything is wrong
     */
    public static Holds read(Settings settings, GrantLog log, Instant now) {
        Holds holds = look(settings, log, now);
        if (!holds.book().problems().isEmpty()) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "Nothing was deleted, for nobody can tell what should be kept:\n  "
                            + String.join("\n  ", holds.book().problems())
                            + "\nMend it: hand in what is missing (modicum hold submit), move away what is no hold.");
        }
        for (Agreed<Hold> agreed : holds.files().values()) {
            if (holds.history().hold(agreed.signed().digest()).isEmpty()) {
                log.append(List.of(HoldEntries.placed(log.timeOfNext(now), FOUND, agreed)));
            }
        }
        return holds;
    }

    public List<PlacedHold> inForce(LocalDate today) {
        return book.holds().stream().filter(hold -> hold.isInForce(today)).toList();
    }

    /** A hold that lies here, over or not. */
    public Optional<PlacedHold> placed(String digest) {
        return book.holds().stream()
                .filter(hold -> hold.signed().digest().equals(digest))
                .findFirst();
    }

    /**
     * The last day of a hold, or of a later one about the same person in the same case: a hold that goes on is placed
     * anew, and by then the copy may be all that is left.
     */
    public LocalDate endOfCase(String digest) {
        LocalDate own = history.hold(digest).map(LoggedHold::end).orElse(LocalDate.MIN);
        return placed(digest).stream()
                .flatMap(first -> book.holds().stream()
                        .filter(other -> other.hold()
                                        .caseReference()
                                        .equals(first.hold().caseReference())
                                && other.hold().about().equals(first.hold().about())))
                .map(PlacedHold::end)
                .filter(end -> end.isAfter(own))
                .max(LocalDate::compareTo)
                .orElse(own);
    }

    static boolean isLift(byte[] envelope) {
        return Envelope.parse(envelope).claimedType().equals(PayloadType.LIFT.text());
    }

    private static <T> List<Signed<T>> signed(Map<Path, Agreed<T>> files) {
        return files.values().stream().map(Agreed::signed).toList();
    }
}
