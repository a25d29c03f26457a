package org.modicum.pipeline.retain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.DueItem;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.KeptBack;
import org.modicum.policy.retention.Plan;
import org.modicum.policy.retention.PlanItem;
import org.modicum.policy.retention.Rules;

/** Works out what has to go. Changes nothing. */
final class Planner {
    private final Settings settings;
    private final Home home;
    private final Store store;
    private final AuditLog log;
    private final Warehouse warehouse;
    private final Rules rules;

    Planner(Settings settings, Home home, Store store, AuditLog log) {
        this.settings = settings;
        this.home = home;
        this.store = store;
        this.log = log;
        this.warehouse = Warehouse.of(settings.store());
        this.rules = settings.retention().rules();
    }

    /** @throws org.modicum.pipeline.exit.ExitException if a table or a hold is not as it should be */
    Planned plan(Instant asOf) {
        Preflight.check(store, warehouse);
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        Holds holds = Holds.read(settings, log, log.now());
        Sorted sorted = new Sorted(holds, today);
        Map<DataKind, Long> rows = new EnumMap<>(DataKind.class);
        for (Tables table : Tables.all()) {
            TableFiles files = new TableFiles(store, table);
            for (Held held : files.held(settings.zone())) {
                rows.merge(table.kind(), held.records(), Long::sum);
                sorted.add(held);
            }
            files.unreferenced().forEach(file -> sorted.add(Held.unreferenced(table.kind(), file)));
        }
        new FileInventory(settings, home, log.entries()).held(holds).forEach(sorted::add);
        Plan plan = new Plan(
                rules.digest(),
                sorted.items,
                sorted.kept,
                holds.inForce(today).stream().map(Signed::digest).toList());
        return new Planned(
                plan,
                today,
                sorted.due,
                rows,
                new Places(settings, home, warehouse).withoutRule(),
                reviews(holds, today));
    }

    private static List<String> reviews(Holds holds, LocalDate today) {
        return holds.inForce(today).stream()
                .map(Signed::document)
                .filter(hold -> today.isAfter(hold.review()))
                .map(hold -> "The hold " + hold.caseReference().text() + " should have been reviewed on "
                        + hold.review() + ". It holds until " + hold.expiry() + ".")
                .toList();
    }

    /** What goes and what stays, one file after the other: the activity before the keys that it needs. */
    private final class Sorted {
        private final Holds holds;
        private final LocalDate today;
        private final List<PlanItem> items = new ArrayList<>();
        private final List<KeptBack> kept = new ArrayList<>();
        private final List<DueItem> due = new ArrayList<>();
        private final Set<IsoWeek> staying = new HashSet<>();

        Sorted(Holds holds, LocalDate today) {
            this.holds = holds;
            this.today = today;
        }

        void add(Held held) {
            if (held.last().isEmpty()) {
                items.add(held.item(Optional.empty()));
                return;
            }
            Optional<LocalDate> gone = rules.due(held.kind(), held.last().get());
            List<Signed<Hold>> holding = holds.inForce(today).stream()
                    .filter(hold -> hold.document().covers(held.weeks()))
                    .toList();
            boolean needed = held.kind() == DataKind.PSEUDONYM_KEY
                    && held.weeks().stream().anyMatch(staying::contains);
            if (gone.isEmpty() || gone.get().isAfter(today) || !holding.isEmpty() || needed) {
                stay(held);
            }
            if (gone.isEmpty() || gone.get().isAfter(today) || (holding.isEmpty() && needed)) {
                return;
            }
            holding.forEach(hold -> kept.add(kept(held, hold)));
            if (holding.isEmpty()) {
                items.add(held.item(gone));
                LocalDate since = holds.released(held.weeks(), today)
                        .filter(day -> day.isAfter(gone.get()))
                        .orElse(gone.get());
                due.add(new DueItem(held.kind(), held.part(), held.last().get(), since, held.records()));
            }
        }

        private void stay(Held held) {
            if (held.kind() == DataKind.ACTIVITY) {
                staying.addAll(held.weeks());
            }
        }

        private static KeptBack kept(Held held, Signed<Hold> hold) {
            return new KeptBack(
                    held.kind(),
                    held.part(),
                    hold.digest(),
                    hold.document().caseReference().text(),
                    hold.document().expiry());
        }
    }
}
