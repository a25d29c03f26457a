package org.modicum.pipeline.retain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.grant.HeldLog;
import org.modicum.pipeline.hold.Holds;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Decision;
import org.modicum.policy.retention.Held;
import org.modicum.policy.retention.PlacedHold;
import org.modicum.policy.retention.Rules;

/** Collects what is held, for a decision about what has to go. Changes nothing. */
final class Planner {
    private final Settings settings;
    private final Home home;
    private final Store store;
    private final AuditLog log;
    private final Warehouse warehouse;
    private final Rules rules;

    Planner(Settings settings, Home home, Store store, Warehouse warehouse, AuditLog log) {
        this.settings = settings;
        this.home = home;
        this.store = store;
        this.log = log;
        this.warehouse = warehouse;
        this.rules = settings.retention().rules();
    }

    /** @throws org.modicum.pipeline.exit.ExitException if a table or a hold is not as it should be */
    Planned plan(Instant asOf) {
        Preflight.check(store, warehouse);
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        Holds holds = Holds.read(settings, new HeldLog(log), log.now());
        Inventory inventory = new Inventory(settings, home, warehouse);
        List<Held> held = new ArrayList<>();
        Map<DataKind, Long> rows = new EnumMap<>(DataKind.class);
        for (Tables table : Tables.all()) {
            for (Held file : inventory.table(store, table)) {
                rows.merge(table.kind(), file.records(), Long::sum);
                held.add(file);
            }
        }
        held.addAll(Inventory.files(settings, home, log.entries(), holds));
        Decision decision = Decision.of(rules, holds.book().holds(), held, today);
        return new Planned(
                decision.plan(),
                today,
                decision.due(),
                rows,
                inventory.withoutRule(),
                reviews(holds, today),
                decision.copied(),
                Oldest.of(held, decision.plan()));
    }

    private static List<String> reviews(Holds holds, LocalDate today) {
        return holds.inForce(today).stream()
                .map(PlacedHold::hold)
                .filter(hold -> today.isAfter(hold.review()))
                .map(hold -> "The hold " + hold.caseReference().text() + " should have been reviewed on "
                        + hold.review() + ". It holds until " + hold.expiry() + ".")
                .toList();
    }
}
