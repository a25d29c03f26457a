package org.modicum.pipeline.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder that holds all state of an installation. Only its owner can enter it (mode 0700): it holds pseudonymous
 * personal data.
 */
public record Home(Path root) {

    /** Creates the folders that are missing. */
    public static Home prepare(Path root) {
        Home home = new Home(root);
        home.create(root);
        home.create(home.state());
        return home;
    }

    public Path lock() {
        return root.resolve("lock");
    }

    /** Journals of runs that have not ended. */
    public Path state() {
        return root.resolve("state");
    }

    public Path runs() {
        return create(root.resolve("runs"));
    }

    /** Temporary files of the running command; emptied at its start (a killed run leaves some) and at its end. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    public void emptyTemporary() {
        if (!Files.exists(temporary())) {
            return;
        }
        try (Stream<Path> tree = Files.walk(temporary())) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Temporary files under " + temporary() + " could not be removed", e);
        }
    }

    public Path create(Path folder) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " could not be made", e);
        }
    }
}
