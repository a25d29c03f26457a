package org.modicum.pipeline.retain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file as the file system lists it, or what a bucket has instead.
 *
 * @param path absolute, or an address in the bucket
 */
record SizedFile(String path, long bytes) {

    /** All files below a folder, in the order of their paths; none if it is not there. Links are not followed. */
    static List<SizedFile> below(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .map(SizedFile::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " could not be listed", e);
        }
    }

    Path file() {
        return Path.of(path);
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static SizedFile of(Path path) {
        try {
            return new SizedFile(path.toString(), Files.size(path));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " could not be looked at", e);
        }
    }
}
