package org.modicum.pipeline.audit.log;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes files that are there whole or not at all and stay there, by steps that a test can interrupt one by one. ({@link
 * org.modicum.pipeline.home.AtomicFile} does the same in one piece, for files that nothing is built upon.)
 */
final class DurableFile {
    private static final String PART = ".part";

    private final Disk disk;
    private final Set<String> folders = new HashSet<>();

    DurableFile(Disk disk) {
        this.disk = disk;
    }

    /** When this returns, neither a crash nor a power cut takes the file away. */
    void write(String path, byte[] content) throws IOException {
        makeFolders(parent(path));
        prepare(path, content);
        publish(path);
    }

    /** Puts the content beside its place, to stay there until it is published. */
    void prepare(String path, byte[] content) throws IOException {
        disk.write(prepared(path), content);
        disk.force(prepared(path));
        disk.force(parent(path));
    }

    void publish(String path) throws IOException {
        disk.move(prepared(path), path);
        disk.force(parent(path));
    }

    void delete(String path) throws IOException {
        disk.delete(path);
        disk.force(parent(path));
    }

    static String prepared(String path) {
        return path + PART;
    }

    /** A folder that is there may be so since a moment before a crash: its name is forced once in any case. */
    private void makeFolders(String folder) throws IOException {
        if (folder.isEmpty() || folders.contains(folder)) {
            return;
        }
        makeFolders(parent(folder));
        disk.makeFolder(folder);
        disk.force(parent(folder));
        folders.add(folder);
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
