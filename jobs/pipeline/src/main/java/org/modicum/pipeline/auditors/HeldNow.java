package org.modicum.pipeline.auditors;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.modicum.pipeline.hold.HoldHistory;
import org.modicum.pipeline.hold.Holds;
import org.modicum.pipeline.retain.FileInUse;
import org.modicum.pipeline.retain.Inventory;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Decision;
import org.modicum.policy.retention.Held;
import org.modicum.policy.retention.HoldBook;
import org.modicum.policy.retention.PlanItem;

/**
 * All that is held, and what the rules say of it.
 *
 * @param held what is deleted file by file
 * @param inUse the files of which no time is counted
 * @param due what has to go, by path
 * @param kept paths that a hold keeps although their time has come, by kind and part
 * @param holds those that were placed; empty if nobody could tell
 * @param unknown kinds of which it could not be found out what is held
 * @param withoutRule how many files are of no kind
 */
record HeldNow(
        List<Held> held,
        Map<DataKind, List<FileInUse>> inUse,
        Map<String, PlanItem> due,
        Set<String> kept,
        Optional<Holds> holds,
        Set<DataKind> unknown,
        int withoutRule) {

    static HeldNow of(AsFound found) {
        // Holds are checked against the registry and the staff directory; without those nobody can tell.
        Optional<Holds> holds = Unread.orNothing("Holds", () -> Holds.look(found.settings(), found.log(), found.now()));
        Holds known = holds.orElseGet(() -> new Holds(
                Map.of(), Map.of(), new HoldHistory(Map.of(), List.of()), new HoldBook(List.of(), List.of())));
        Set<DataKind> unknown = EnumSet.noneOf(DataKind.class);
        if (holds.isEmpty()) {
            unknown.addAll(List.of(DataKind.HOLD, DataKind.HELD_COPY));
        }
        List<Held> held = new ArrayList<>(
                Inventory.files(found.settings(), found.home(), found.log().entries(), known));
        Map<DataKind, List<FileInUse>> inUse = new EnumMap<>(DataKind.class);
        int withoutRule = 0;
        Optional<Inventory> opened =
                Unread.orNothing("The warehouse", () -> Inventory.open(found.settings(), found.home()));
        if (opened.isEmpty()) {
            Stream.of(DataKind.values())
                    .filter(kind -> kind.isTable() || isInUse(kind))
                    .forEach(unknown::add);
        } else {
            try (Inventory inventory = opened.get()) {
                for (Tables table : Tables.all()) {
                    Unread.orNothing(
                                    "The table " + table.kind().word(),
                                    () -> inventory.table(found.store().orElseThrow(), table))
                            .ifPresentOrElse(held::addAll, () -> unknown.add(table.kind()));
                }
                inUse.putAll(inventory.inUse());
                withoutRule = inventory.withoutRule().size();
            }
        }
        Decision decision =
                Decision.of(found.settings().retention().rules(), known.book().holds(), held, found.today());
        Map<String, PlanItem> due = new HashMap<>();
        decision.plan().items().forEach(item -> due.put(item.path(), item));
        Set<String> kept = new HashSet<>();
        decision.plan().keptBack().forEach(one -> kept.add(one.kind().word() + " " + one.part()));
        return new HeldNow(held, inUse, due, kept, holds, unknown, withoutRule);
    }

    private static boolean isInUse(DataKind kind) {
        return kind.from().isEmpty() && kind.goesWith().isEmpty();
    }

    List<Held> of(DataKind kind) {
        return held.stream().filter(file -> file.kind() == kind).toList();
    }

    /** How a file stands against its rule on that day. */
    Standing standing(Held file, LocalDate today) {
        PlanItem item = due.get(file.path());
        if (item == null) {
            return kept.contains(file.kind().word() + " " + file.part()) ? Standing.KEPT : Standing.IN_TIME;
        }
        return item.due()
                .map(day -> day.isBefore(today) ? Standing.OVERDUE : Standing.DUE_TODAY)
                .orElse(Standing.LEFT);
    }
}
