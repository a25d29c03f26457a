package org.modicum.pipeline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** Data files below a table's folder that no snapshot of it names: what killed writers leave behind. */
public final class Unreferenced {
    private static final String DATA = "/data/";

    private Unreferenced() {}

    /** Only under the lock of the home: a running writer's files are not referenced either. */
    public static void delete(Table table) {
        if (!(table.io() instanceof SupportsPrefixOperations files)) {
            throw new IllegalStateException("The file store of " + table.name() + " cannot list files");
        }
        Set<String> referenced = referenced(table);
        List<String> leftovers = new ArrayList<>();
        // The table's own folder is always there; the one of its data comes with the first file.
        for (FileInfo file : files.listPrefix(table.location())) {
            if (pathOf(file.location()).contains(DATA) && !referenced.contains(pathOf(file.location()))) {
                leftovers.add(file.location());
            }
        }
        leftovers.forEach(table.io()::deleteFile);
    }

    private static Set<String> referenced(Table table) {
        Set<String> paths = new HashSet<>();
        for (Snapshot snapshot : table.snapshots()) {
            try (CloseableIterable<FileScanTask> tasks =
                    table.newScan().useSnapshot(snapshot.snapshotId()).planFiles()) {
                tasks.forEach(task -> paths.add(pathOf(task.file().location())));
            } catch (IOException e) {
                throw new UncheckedIOException("The files of " + table.name() + " could not be listed", e);
            }
        }
        return paths;
    }

    /** {@code file:/x}, {@code file:///x} and {@code /x} are one file. */
    private static String pathOf(String location) {
        return new Path(location).toUri().getPath();
    }
}
