package org.modicum.pipeline.retain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes files, and tries again what fails. It does not say whether they are gone: that is looked at later, by others.
 */
final class Remover {
    private static final Logger LOG = LoggerFactory.getLogger(Remover.class);
    private static final int ATTEMPTS = 3;

    private Remover() {}

    static void remove(Collection<Path> files) {
        for (Path file : files) {
            remove(file);
            remove(checksum(file));
        }
    }

    /** Where Hadoop's local file system puts the checksum of a file. */
    static Path checksum(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".crc");
    }

    /** Removes folders that have become empty. */
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

    private static void remove(Path file) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                Files.deleteIfExists(file);
                return;
            } catch (IOException e) {
                LOG.warn(
                        "{} could not be deleted ({}), attempt {}",
                        file,
                        e.getClass().getSimpleName(),
                        attempt);
            }
        }
    }
}
