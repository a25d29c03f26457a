package org.modicum.pipeline.retain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.hold.Holds;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Held;

/** What is held, for whoever decides about it and for whoever shows it. It changes nothing. */
public final class Inventory implements AutoCloseable {
    private final Settings settings;
    private final Home home;
    private final Warehouse warehouse;

    Inventory(Settings settings, Home home, Warehouse warehouse) {
        this.settings = settings;
        this.home = home;
        this.warehouse = warehouse;
    }

    /** @throws org.modicum.pipeline.exit.ExitException if the warehouse is where it cannot be listed */
    public static Inventory open(Settings settings, Home home) {
        return new Inventory(settings, home, Warehouse.of(settings.store()));
    }

    /**
     * Files that are no table's and are deleted one by one.
     *
     * @param log its entries, which tell when a file was made
     */
    public static List<Held> files(Settings settings, Home home, List<Entry> log, Holds holds) {
        return new FileInventory(settings, home, log).held(holds);
    }

    /**
     * A table's files: those that it names, and those that lie in its folder all the same.
     *
     * @throws IllegalStateException if it names files that are not there
     */
    public List<Held> table(Store store, Tables table) {
        TableFiles files = new TableFiles(store, warehouse, table);
        List<Held> held = new ArrayList<>(files.held(settings.zone()));
        files.unreferenced().forEach(file -> held.add(Held.unreferenced(table.kind(), file.path(), file.bytes())));
        return held;
    }

    /** Files that are there for as long as they are in use. */
    public Map<DataKind, List<FileInUse>> inUse() {
        return places().inUse();
    }

    /** Files that are of no kind, which should not be. */
    public List<String> withoutRule() {
        return places().withoutRule();
    }

    private Places places() {
        return new Places(settings, home, warehouse);
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
