package org.modicum.pipeline.retain;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.ExpireSnapshots.CleanupLevel;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.retention.PlanItem;

/**
 * Deletes from one table, in steps that each can be done twice. Iceberg is asked to change what it knows, never to
 * delete a file: it swallows the failure of a deletion, and what it has forgotten it does not find again.
 */
final class TableDeletion {
    private static final String RETAINED = "modicum-retained";

    private final TableFiles files;
    private final Tables which;
    private final Table table;
    private final List<PlanItem> items;
    private final String run;
    private final Warehouse warehouse;

    TableDeletion(Store store, Warehouse warehouse, Tables which, List<PlanItem> items, String run) {
        this.warehouse = warehouse;
        this.files = new TableFiles(store, warehouse, which);
        this.which = which;
        this.table = files.table();
        this.items = items.stream()
                .filter(item -> !item.part().equals(PlanItem.UNREFERENCED))
                .toList();
        this.run = run;
    }

    /** Whole files, by the condition on their rows: Iceberg refuses if a file has other rows too. */
    void deleteRows() {
        Set<String> planned = new HashSet<>();
        items.forEach(item -> planned.add(item.path()));
        // The zone tells weeks apart, which do not matter here.
        boolean there = files.held(ZoneOffset.UTC).stream().anyMatch(held -> planned.contains(held.path()));
        if (there) {
            table.newDelete()
                    .deleteFromRowFilter(Part.rows(
                            which, items.stream().map(PlanItem::part).distinct().toList()))
                    .set(Store.RUN, run)
                    .commit();
        }
    }

    /** The manifest in which a deletion is noted keeps the deleted file's name, day and bounds; so it is written anew. */
    void rewriteManifests() {
        table.refresh();
        Snapshot snapshot = table.currentSnapshot();
        if (snapshot != null && snapshot.allManifests(table.io()).stream().anyMatch(ManifestFile::hasDeletedFiles)) {
            table.rewriteManifests()
                    .clusterBy(file -> "one")
                    .rewriteIf(ManifestFile::hasDeletedFiles)
                    .set(Store.RUN, run)
                    .commit();
        }
    }

    /** All but the current one, however young. */
    void expireSnapshots() {
        table.refresh();
        long newest = 0;
        int number = 0;
        for (Snapshot snapshot : table.snapshots()) {
            newest = Math.max(newest, snapshot.timestampMillis());
            number++;
        }
        if (number > 1) {
            table.expireSnapshots()
                    .expireOlderThan(newest + 1)
                    .retainLast(1)
                    .cleanupLevel(CleanupLevel.NONE)
                    .commit();
        }
    }

    /** One more commit, after which the last metadata file but one is of after the expiry, and older ones are unknown. */
    void trimMetadata() {
        table.refresh();
        if (!run.equals(table.properties().get(RETAINED))) {
            table.updateProperties()
                    .set("write.metadata.previous-versions-max", "1")
                    .set("write.metadata.delete-after-commit.enabled", "true")
                    .set(RETAINED, run)
                    .commit();
        }
    }

    /** All that lies in the table's folder and is named no more. */
    void deleteFiles() {
        table.refresh();
        warehouse.remove(files.unreferenced());
    }
}
