package org.modicum.pipeline.retain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.retention.Check;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Plan;
import org.modicum.policy.retention.PlanItem;

/** Looks whether what was to be deleted is gone, with other code than deleted it. */
final class Evidence {
    private final Store store;
    private final Warehouse warehouse;
    private final Plan plan;

    Evidence(Store store, Warehouse warehouse, Plan plan) {
        this.store = store;
        this.warehouse = warehouse;
        this.plan = plan;
    }

    /** What can be said before the keys go. */
    List<Check> data() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(
                "no file of the plan is there, but the keys",
                "the file system was asked for every path and for its checksum; for the tables' files "
                        + warehouse.listing(),
                present(plan.items().stream()
                        .filter(item -> item.kind() != DataKind.PSEUDONYM_KEY)
                        .toList())));
        for (Tables table : Tables.all()) {
            List<PlanItem> items = plan.items(table.kind());
            if (!items.isEmpty()) {
                checks.addAll(table(table, items));
            }
        }
        return checks;
    }

    /** What can be said once the keys have gone. */
    Check keys() {
        return new Check(
                "no key of a week without activity is there that was to go",
                "the file system was asked for every path",
                present(plan.items(DataKind.PSEUDONYM_KEY)));
    }

    private long present(List<PlanItem> items) {
        List<String> tables = items.stream()
                .filter(item -> item.kind().isTable())
                .map(PlanItem::path)
                .toList();
        long others = items.stream()
                .filter(item -> !item.kind().isTable())
                .filter(item -> FolderWarehouse.isPresent(Path.of(item.path())))
                .count();
        return others + (tables.isEmpty() ? 0 : warehouse.present(tables));
    }

    private List<Check> table(Tables which, List<PlanItem> items) {
        BaseTable table = (BaseTable) store.table(which);
        WrittenMetadata metadata =
                WrittenMetadata.read(warehouse, table.operations().current().metadataFileLocation());
        Set<String> paths = new HashSet<>();
        Set<String> parts = new TreeSet<>();
        Set<String> snapshots = new TreeSet<>();
        for (PlanItem item : items) {
            paths.add(item.path());
            item.snapshot().ifPresent(snapshots::add);
            if (!item.part().equals(PlanItem.UNREFERENCED)) {
                parts.add(item.part());
            }
        }
        String name = which.kind().word();
        return List.of(
                new Check(
                        name + ": no manifest has an entry of a deleted file, nor of any that it notes as deleted",
                        "the manifests of the only state were read with a plain Avro reader",
                        metadata.entries().stream()
                                .filter(entry -> entry.deleted() || paths.contains(entry.path()))
                                .count()),
                new Check(
                        name + ": no metadata file knows an earlier state",
                        "all metadata files were read as text and JSON",
                        Math.max(0, metadata.snapshots().size() - 1) + mentions(metadata.texts(), snapshots, paths)),
                new Check(
                        name + ": no file lies in its folder without a place in the table",
                        warehouse.listing() + ", and held against what its metadata files name",
                        strangers(table, metadata)),
                new Check(
                        name + ": no row is of what was deleted",
                        "the table was read with the deleted parts as the condition",
                        rows(which, table, parts)));
    }

    private static long mentions(List<String> texts, Set<String> snapshots, Set<String> paths) {
        return texts.stream()
                .filter(text -> snapshots.stream().anyMatch(text::contains)
                        || paths.stream().anyMatch(text::contains))
                .count();
    }

    private long strangers(BaseTable table, WrittenMetadata metadata) {
        Set<String> placed = new HashSet<>(metadata.named());
        if (warehouse instanceof FolderWarehouse) {
            metadata.named()
                    .forEach(
                            named -> placed.add(Remover.checksum(Path.of(named)).toString()));
        }
        return warehouse.below(warehouse.name(table.location())).stream()
                .filter(file -> !placed.contains(file.path()))
                .count();
    }

    private static long rows(Tables which, BaseTable table, Set<String> parts) {
        long rows = 0;
        for (String part : parts) {
            try (CloseableIterable<Record> found =
                    IcebergGenerics.read(table).where(Part.rows(which, part)).build()) {
                rows += StreamSupport.stream(found.spliterator(), false).count();
            } catch (IOException e) {
                throw new UncheckedIOException("The table " + table.name() + " could not be read", e);
            }
        }
        return rows;
    }
}
