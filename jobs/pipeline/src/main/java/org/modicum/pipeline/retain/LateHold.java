package org.modicum.pipeline.retain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.grant.HeldLog;
import org.modicum.pipeline.hold.Holds;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.PlacedHold;
import org.modicum.policy.retention.PlanItem;

/**
 * A hold that was placed after a plan was made and before all of it was done, or whose copy was lost meanwhile. What a
 * hold of the plan keeps is not in the plan.
 */
final class LateHold {
    private final Settings settings;
    private final Store store;
    private final AuditLog log;
    private final Warehouse warehouse;

    LateHold(Settings settings, Store store, Warehouse warehouse, AuditLog log) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.store = store;
        this.log = log;
    }

    /** Whether it covers activity that the table still has: once the table has forgotten it, a hold comes too late. */
    boolean keepsSomething(RetainJournal journal) {
        Instant now = log.now();
        List<PlacedHold> holds =
                Holds.read(settings, new HeldLog(log), now).inForce(LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (holds.isEmpty()) {
            return false;
        }
        Set<String> planned = journal.plan().items(DataKind.ACTIVITY).stream()
                .map(PlanItem::path)
                .collect(Collectors.toSet());
        return new TableFiles(store, warehouse, Tables.ACTIVITY)
                .held(settings.zone()).stream()
                        .filter(held -> planned.contains(held.path()))
                        .anyMatch(held -> holds.stream().anyMatch(hold -> hold.keeps(held)));
    }
}
