package org.modicum.pipeline.retain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;

/** What must hold of the tables before anything may be said about deleting from them. */
final class Preflight {
    private static final Map<String, String> REFUSED = Map.of(
            "gc.enabled", "false",
            "write.data.path", "",
            "write.metadata.path", "",
            "write.object-storage.enabled", "true");

    private Preflight() {}

    /** @throws ExitException with all that is wrong */
    static void check(Store store, Warehouse warehouse) {
        List<String> wrong = new ArrayList<>(warehouse.unfit());
        List<Table> tables = new ArrayList<>();
        for (Tables which : Tables.all()) {
            Table table = store.table(which);
            tables.add(table);
            check(which, table, warehouse, wrong);
        }
        foreign(warehouse, tables)
                .forEach(file ->
                        wrong.add(file + " is in the warehouse, but no table's writer put it there. Move it away"
                                + " after you have looked what it is."));
        if (!wrong.isEmpty()) {
            throw new ExitException(
                    ExitCode.FAILED, "Nothing was deleted, for this is in the way:\n  " + String.join("\n  ", wrong));
        }
    }

    /** What lies in the warehouse that no table's writer puts there. */
    private static List<String> foreign(Warehouse warehouse, List<Table> tables) {
        List<String> folders = tables.stream()
                .map(table -> warehouse.name(table.location()))
                .flatMap(table -> Stream.of(table + "/data/", table + "/metadata/"))
                .toList();
        return warehouse.below(warehouse.root()).stream()
                .filter(file -> folders.stream().noneMatch(file.path()::startsWith) || !warehouse.isWritten(file))
                .map(SizedFile::path)
                .toList();
    }

    private static void check(Tables which, Table table, Warehouse warehouse, List<String> wrong) {
        String name = which.sparkName();
        Set<String> refs = table.refs().keySet();
        refs.stream()
                .filter(ref -> !ref.equals(SnapshotRef.MAIN_BRANCH))
                .sorted()
                .forEach(ref -> wrong.add("The tag or branch " + ref + " of " + name + " would keep deleted data alive."
                        + " Drop it; to keep data longer, place a hold."));
        SnapshotRef main = table.refs().get(SnapshotRef.MAIN_BRANCH);
        if (main != null && (main.minSnapshotsToKeep() != null || main.maxSnapshotAgeMs() != null)) {
            wrong.add("The main branch of " + name + " has a retention of its own for snapshots. Remove it.");
        }
        if (table.specs().size() > 1 || !table.spec().compatibleWith(which.partitions())) {
            wrong.add(name + " is partitioned otherwise than this program does it, so a day is no set of whole files.");
        }
        REFUSED.forEach((property, value) -> {
            String set = table.properties().get(property);
            if (set != null && (value.isEmpty() || set.equals(value))) {
                wrong.add("The property " + property + " of " + name + " is " + set + ". Remove it.");
            }
        });
        if (!warehouse.name(table.location()).equals(warehouse.folder(which))) {
            wrong.add(name + " is not where the settings say: at " + table.location() + ".");
        }
        Snapshot snapshot = table.currentSnapshot();
        if (snapshot != null && !snapshot.deleteManifests(table.io()).isEmpty()) {
            wrong.add(name + " has delete files: rows that look deleted and are not. Rewrite its data files.");
        }
    }
}
