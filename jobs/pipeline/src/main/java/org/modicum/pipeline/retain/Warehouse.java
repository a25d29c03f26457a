package org.modicum.pipeline.retain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.StoreSettings;
import org.modicum.pipeline.store.Tables;

/**
 * The folder in which the tables' files are, as the file system has it.
 *
 * @param root absolute
 */
record Warehouse(Path root) {
    private static final List<String> WRITTEN = List.of(".parquet", ".avro", ".json", ".crc", ".puffin", ".part");

    /** @throws ExitException if it is not on a local file system: elsewhere nobody could tell what is gone */
    static Warehouse of(StoreSettings settings) {
        if (!isLocal(settings.warehouse())) {
            throw new ExitException(
                    ExitCode.SETTINGS,
                    "The warehouse " + settings.warehouse() + " is not on a local file system. `retain` cannot delete"
                            + " there.");
        }
        return new Warehouse(path(settings.warehouse()));
    }

    /** Where the catalogue puts a table. */
    Path folder(Tables table) {
        return root.resolve(table.identifier().namespace().toString())
                .resolve(table.identifier().name());
    }

    /** {@code file:/x}, {@code file:///x} and {@code /x} are one file. */
    static Path path(String location) {
        return Path.of(new org.apache.hadoop.fs.Path(location).toUri().getPath())
                .normalize();
    }

    private static boolean isLocal(String location) {
        String scheme = new org.apache.hadoop.fs.Path(location).toUri().getScheme();
        return scheme == null || scheme.equals("file");
    }

    /** What lies in the warehouse that no table's writer puts there, and links, through which other files would go. */
    List<String> foreign(List<Table> tables) {
        List<String> foreign = new ArrayList<>();
        List<Path> folders = tables.stream()
                .flatMap(table -> Stream.of("data", "metadata").map(path(table.location())::resolve))
                .toList();
        for (SizedFile file : SizedFile.below(root)) {
            boolean placed = folders.stream().anyMatch(folder -> file.file().startsWith(folder));
            boolean written = WRITTEN.stream().anyMatch(end -> file.name().endsWith(end));
            if (!placed || !written || Files.isSymbolicLink(file.file())) {
                foreign.add(file.path());
            }
        }
        return foreign;
    }

    /** Removes folders that have become empty: a folder's name is a day. */
    static void removeEmptyFolders(Path below) {
        if (!Files.isDirectory(below, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(below)) {
            List<Path> deepestFirst = tree.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !path.equals(below))
                    .sorted((one, other) -> other.compareTo(one))
                    .toList();
            for (Path folder : deepestFirst) {
                try (Stream<Path> inside = Files.list(folder)) {
                    if (inside.findAny().isEmpty()) {
                        Files.delete(folder);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Empty folders below " + below + " could not be removed", e);
        }
    }
}
