package org.modicum.policy.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.modicum.policy.protocol.IsoWeek;

/**
 * What has to go of all that is held, and what stays by a hold.
 *
 * @param due of every file in the plan whose time is counted, for the guards
 * @param copied what a hold would keep back, had it not been copied aside for it
 */
public record Decision(Plan plan, List<DueItem> due, List<KeptBack> copied) {

    /**
     * Decides. What is due goes unless a hold covers it; a file that no table names goes at once; a week's key stays for
     * as long as activity of its week does.
     *
     * @param held all that is held, in any order
     * @param holds all that were placed, those that are over too
     */
    public static Decision of(Rules rules, Collection<PlacedHold> holds, Collection<Held> held, LocalDate today) {
        Deciding deciding = new Deciding(rules, holds, today);
        Set<IsoWeek> needed = deciding.weeksThatStay(held);
        held.stream().filter(file -> file.kind() != DataKind.PSEUDONYM_KEY).forEach(deciding::decide);
        held.stream()
                .filter(file -> file.kind() == DataKind.PSEUDONYM_KEY)
                .filter(key -> deciding.isKeptBack(key) || key.weeks().stream().noneMatch(needed::contains))
                .forEach(deciding::decide);
        Plan plan = new Plan(
                rules.digest(),
                deciding.items,
                deciding.kept,
                deciding.inForce.stream().map(hold -> hold.signed().digest()).toList());
        return new Decision(plan, List.copyOf(deciding.due), List.copyOf(new TreeSet<>(deciding.copied)));
    }

    private static final class Deciding {
        private final Rules rules;
        private final List<PlacedHold> inForce;
        private final List<PlacedHold> over;
        private final LocalDate today;
        private final List<PlanItem> items = new ArrayList<>();
        private final List<KeptBack> kept = new ArrayList<>();
        private final List<DueItem> due = new ArrayList<>();
        private final List<KeptBack> copied = new ArrayList<>();

        Deciding(Rules rules, Collection<PlacedHold> holds, LocalDate today) {
            this.rules = rules;
            this.today = today;
            this.inForce = holds.stream().filter(hold -> hold.isInForce(today)).toList();
            this.over = holds.stream().filter(hold -> !hold.isInForce(today)).toList();
        }

        void decide(Held file) {
            if (file.last().isEmpty()) {
                items.add(file.item(Optional.empty()));
                return;
            }
            Optional<LocalDate> gone = due(file);
            if (gone.isEmpty()) {
                return;
            }
            List<PlacedHold> holding = holding(file);
            holding.forEach(hold -> kept.add(kept(file, hold)));
            inForce.stream()
                    .filter(hold -> hold.copiedOn(file).isPresent())
                    .forEach(hold -> copied.add(kept(file, hold)));
            if (holding.isEmpty()) {
                items.add(file.item(gone));
                due.add(new DueItem(
                        file.kind(), file.part(), file.last().get(), since(file, gone.get()), file.records()));
            }
        }

        Set<IsoWeek> weeksThatStay(Collection<Held> held) {
            Set<IsoWeek> weeks = new HashSet<>();
            held.stream()
                    .filter(file ->
                            file.kind() == DataKind.ACTIVITY && file.last().isPresent())
                    .filter(file -> due(file).isEmpty() || !holding(file).isEmpty())
                    .forEach(file -> weeks.addAll(file.weeks()));
            return weeks;
        }

        boolean isKeptBack(Held file) {
            return due(file).isPresent() && !holding(file).isEmpty();
        }

        /** The day on which it had to go, if that has come. */
        private Optional<LocalDate> due(Held file) {
            return file.last().flatMap(last -> rules.due(file.kind(), last)).filter(day -> !day.isAfter(today));
        }

        private List<PlacedHold> holding(Held file) {
            return inForce.stream().filter(hold -> hold.keeps(file)).toList();
        }

        /** What a hold kept was not missed for as long as it did: to its end, or until there was a copy. */
        private LocalDate since(Held file, LocalDate gone) {
            return Stream.concat(
                            over.stream()
                                    .filter(hold -> hold.hold().covers(file.weeks()))
                                    .map(PlacedHold::end),
                            inForce.stream().flatMap(hold -> hold.copiedOn(file).stream()))
                    .map(last -> last.plusDays(1))
                    .filter(day -> day.isAfter(gone))
                    .max(LocalDate::compareTo)
                    .orElse(gone);
        }

        private static KeptBack kept(Held file, PlacedHold hold) {
            return new KeptBack(
                    file.kind(),
                    file.part(),
                    hold.signed().digest(),
                    hold.hold().caseReference().text(),
                    hold.hold().expiry());
        }
    }
}
