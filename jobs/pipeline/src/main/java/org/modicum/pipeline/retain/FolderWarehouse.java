package org.modicum.pipeline.retain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.modicum.pipeline.settings.StoreSettings;

/**
 * A warehouse on a local file system.
 *
 * @param root absolute
 */
record FolderWarehouse(String root) implements Warehouse {
    private static final List<String> WRITTEN = List.of(".parquet", ".avro", ".json", ".crc", ".puffin", ".part");

    static boolean isOne(String location) {
        String scheme = new org.apache.hadoop.fs.Path(location).toUri().getScheme();
        return scheme == null || scheme.equals("file");
    }

    static FolderWarehouse of(StoreSettings settings) {
        return new FolderWarehouse(path(settings.warehouse()).toString());
    }

    /** {@code file:/x}, {@code file:///x} and {@code /x} are one file. */
    @Override
    public String name(String location) {
        return path(location).toString();
    }

    @Override
    public List<SizedFile> below(String folder) {
        return SizedFile.below(Path.of(folder));
    }

    @Override
    public String listing() {
        return "the folder was listed";
    }

    @Override
    public long present(List<String> files) {
        return files.stream().map(Path::of).filter(FolderWarehouse::isPresent).count();
    }

    /** Whether the file or its checksum is there, or nobody can tell. */
    static boolean isPresent(Path file) {
        return isThere(file) || isThere(Remover.checksum(file));
    }

    @Override
    public byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be read", e);
        }
    }

    @Override
    public void remove(List<SizedFile> files) {
        Remover.remove(files.stream().map(SizedFile::file).toList());
        // A folder's name is a day.
        Remover.removeEmptyFolders(Path.of(root));
    }

    @Override
    public List<String> unfit() {
        return List.of();
    }

    @Override
    public boolean showsLeftovers() {
        return true;
    }

    /** No link: through it other files would go. */
    @Override
    public boolean isWritten(SizedFile file) {
        return WRITTEN.stream().anyMatch(end -> file.name().endsWith(end)) && !Files.isSymbolicLink(file.file());
    }

    @Override
    public List<String> scope() {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private static boolean isThere(Path path) {
        return !Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path path(String location) {
        return Path.of(new org.apache.hadoop.fs.Path(location).toUri().getPath())
                .normalize();
    }
}
