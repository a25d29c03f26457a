package org.modicum.pipeline.auditors;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.retain.FileInUse;
import org.modicum.pipeline.retain.Holds;
import org.modicum.pipeline.retain.Inventory;
import org.modicum.pipeline.settings.SettingsException;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Decision;
import org.modicum.policy.retention.Held;
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
        Optional<Holds.Folder> holds,
        Set<DataKind> unknown,
        int withoutRule) {

    static HeldNow of(AsFound found) {
        Inventory inventory =
                new Inventory(found.settings(), found.home(), found.log().entries());
        Set<DataKind> unknown = EnumSet.noneOf(DataKind.class);
        List<Held> held = new ArrayList<>();
        for (Tables table : Tables.all()) {
            try {
                held.addAll(inventory.table(found.store().orElseThrow(), table));
            } catch (RuntimeException e) {
                unknown.add(table.kind()); // whatever the reason, the page says that nobody knows
            }
        }
        Optional<Holds.Folder> holds = holds(found);
        held.addAll(inventory.files(holds.map(Holds.Folder::holds).orElseGet(() -> new Holds(Map.of()))));
        if (holds.isEmpty()) {
            unknown.add(DataKind.HOLD);
        }
        Decision decision = Decision.of(
                found.settings().retention().rules(),
                holds.map(folder -> folder.holds().files().values()).orElse(List.of()),
                held,
                found.today());
        Map<String, PlanItem> due = new HashMap<>();
        decision.plan().items().forEach(item -> due.put(item.path(), item));
        Set<String> kept = new HashSet<>();
        decision.plan().keptBack().forEach(one -> kept.add(one.kind().word() + " " + one.part()));
        return new HeldNow(
                held,
                inventory.inUse(),
                due,
                kept,
                holds,
                unknown,
                inventory.withoutRule().size());
    }

    /** Holds are checked against the registry and the staff directory; without those nobody can tell. */
    private static Optional<Holds.Folder> holds(AsFound found) {
        try {
            return Optional.of(Holds.look(found.settings(), found.log(), found.now()));
        } catch (ExitException | SettingsException e) {
            return Optional.empty();
        }
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
