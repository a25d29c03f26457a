package org.modicum.pipeline.retain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.retention.Held;

/** The files of a table: those that it names, and those that lie in its folder all the same. */
final class TableFiles {
    private static final String CHECKSUM = ".crc";

    private final Tables which;
    private final Table table;
    private final Warehouse warehouse;

    TableFiles(Store store, Warehouse warehouse, Tables which) {
        this.warehouse = warehouse;
        this.which = which;
        this.table = store.table(which);
    }

    Table table() {
        return table;
    }

    /** What the table holds now, by file. */
    List<Held> held(ZoneId zone) {
        Snapshot snapshot = table.currentSnapshot();
        if (snapshot == null) {
            return List.of();
        }
        List<Held> held = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks =
                table.newScan().includeColumnStats().planFiles()) {
            for (FileScanTask task : tasks) {
                DataFile file = task.file();
                Part part = Part.of(which, file, zone);
                held.add(new Held(
                        which.kind(),
                        part.name(),
                        warehouse.name(file.location()),
                        file.fileSizeInBytes(),
                        file.recordCount(),
                        Optional.of(Long.toString(snapshot.snapshotId())),
                        // Unknown is as good as new: a copy that was made before does not have it.
                        Optional.ofNullable(file.dataSequenceNumber()).orElse(Long.MAX_VALUE),
                        Optional.of(part.last()),
                        part.weeks()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + table.name() + " could not be listed", e);
        }
        return held;
    }

    /**
     * What lies in the table's folder and is named by nothing that the table still knows: what killed writers left, and
     * what was expired. A checksum beside a file goes with that file.
     *
     * @throws IllegalStateException if a file that the table names is not in the listing: then the two do not speak of
     *     the same files, and what looks unreferenced may not be
     */
    List<SizedFile> unreferenced() {
        Set<String> named = named();
        List<SizedFile> listed = warehouse.below(warehouse.name(table.location()));
        Set<String> paths = new HashSet<>();
        listed.forEach(file -> paths.add(file.path()));
        Set<String> missing = new TreeSet<>(named);
        missing.removeAll(paths);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The table " + table.name() + " names " + missing.size()
                    + " files that are not there. Nothing is deleted; restore them, or look why the folder differs.");
        }
        return listed.stream()
                .filter(file -> !named.contains(file.path()))
                .filter(file -> !named.contains(checksummed(file)))
                .toList();
    }

    /** The file that a checksum is of; for any other file itself. */
    private static String checksummed(SizedFile file) {
        String name = file.name();
        return name.startsWith(".") && name.endsWith(CHECKSUM)
                ? file.path().substring(0, file.path().length() - name.length())
                        + name.substring(1, name.length() - CHECKSUM.length())
                : file.path();
    }

    private Set<String> named() {
        Set<String> named = new HashSet<>();
        ReachableFileUtil.metadataFileLocations(table, false).forEach(location -> add(named, location));
        ReachableFileUtil.manifestListLocations(table).forEach(location -> add(named, location));
        ReachableFileUtil.statisticsFilesLocations(table).forEach(location -> add(named, location));
        Set<String> seen = new HashSet<>();
        for (Snapshot snapshot : table.snapshots()) {
            for (ManifestFile manifest : snapshot.allManifests(table.io())) {
                if (seen.add(manifest.path())) {
                    add(named, manifest.path());
                    addFiles(named, manifest);
                }
            }
        }
        return named;
    }

    private void addFiles(Set<String> named, ManifestFile manifest) {
        try (CloseableIterable<String> paths = ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
            paths.forEach(path -> add(named, path));
        } catch (IOException e) {
            throw new UncheckedIOException("The manifest " + manifest.path() + " could not be read", e);
        }
    }

    private void add(Set<String> named, String location) {
        named.add(warehouse.name(location));
    }
}
