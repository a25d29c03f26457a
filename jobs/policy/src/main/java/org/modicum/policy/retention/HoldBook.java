package org.modicum.policy.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.retention.LoggedHold.LoggedLift;

/**
 * The holds of a site as they lie in its folder, held against the audit log, which nobody can take anything out of.
 *
 * @param problems sentences; with any, nobody can tell what should be kept, and nothing may be deleted
 */
public record HoldBook(List<PlacedHold> holds, List<String> problems) {
    public HoldBook {
        holds = List.copyOf(holds);
        problems = List.copyOf(problems);
    }

    /**
     * Decides what holds. A hold counts whether or not it was logged, as it keeps something; a lift counts only if it
     * was, as it lets something go. A file that was taken away is a problem for as long as the hold would not have
     * expired.
     *
     * @param holds whose signatures held
     * @param lifts whose signatures held
     * @param logged by the hold's digest
     * @param copies by the hold's digest: those that were logged and are there
     */
    public static HoldBook of(
            Collection<Signed<Hold>> holds,
            Collection<Signed<Lift>> lifts,
            Map<String, LoggedHold> logged,
            Map<String, List<CopiedAside>> copies,
            LocalDate today) {
        List<String> problems = new ArrayList<>();
        Set<String> there = holds.stream().map(Signed::digest).collect(Collectors.toSet());
        Set<String> liftsThere = lifts.stream().map(Signed::digest).collect(Collectors.toSet());
        for (LoggedHold hold : logged.values()) {
            if (today.isAfter(hold.expiry())) {
                continue;
            }
            if (hold.lift().isEmpty() && !there.contains(hold.digest())) {
                problems.add("The hold " + hold.caseReference() + " (" + hold.digest() + ") was placed and holds until "
                        + hold.expiry() + ", but is not in the folder. Hand it in again.");
            }
            hold.lift()
                    .filter(lift -> there.contains(hold.digest()) && !liftsThere.contains(lift.digest()))
                    .ifPresent(lift -> problems.add("The hold " + hold.caseReference() + " (" + hold.digest()
                            + ") was lifted, but the lift (" + lift.digest() + ") is not in the folder. Hand it in"
                            + " again."));
        }
        Set<String> loggedLifts = logged.values().stream()
                .flatMap(hold -> hold.lift().stream())
                .map(LoggedLift::digest)
                .collect(Collectors.toSet());
        lifts.stream()
                .filter(lift -> !loggedLifts.contains(lift.digest()))
                .forEach(lift -> problems.add("The lift of the hold "
                        + lift.document().caseReference().text() + " was put into the folder and not handed in."
                        + " Hand it in."));
        return new HoldBook(
                holds.stream()
                        .map(hold -> new PlacedHold(
                                hold,
                                lifted(hold, lifts, Optional.ofNullable(logged.get(hold.digest()))),
                                copies.getOrDefault(hold.digest(), List.of())))
                        .toList(),
                problems);
    }

    private static Optional<LocalDate> lifted(
            Signed<Hold> hold, Collection<Signed<Lift>> lifts, Optional<LoggedHold> logged) {
        return logged.flatMap(LoggedHold::lift)
                .filter(known -> lifts.stream()
                        .anyMatch(lift -> lift.digest().equals(known.digest())
                                && lift.document().isOf(hold)))
                .map(LoggedLift::day);
    }
}
