package org.modicum.pipeline.audit.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * All that the log asks of a disk, in steps as small as a crash can part them. Paths are relative to the log's folder,
 * with slashes; the empty path is the folder itself.
 */
interface Disk {

    /**
     * Only one writer may have it, in this process or another.
     *
     * @return gives it back when closed; the operating system does if the process dies
     * @throws org.modicum.pipeline.exit.ExitException if another writer has it
     */
    Closeable lock() throws IOException;

    /** Nothing if there is no such file. */
    Optional<byte[]> read(String path) throws IOException;

    /** Names in a folder; none if there is no such folder. */
    List<String> list(String folder) throws IOException;

    /** Makes one folder whose parent is there. Does nothing if it is there. */
    void makeFolder(String path) throws IOException;

    /** Makes or replaces a file. A crash may leave any part of it. */
    void write(String path, byte[] content) throws IOException;

    /** Returns once the content of a file, or the names in a folder, would survive a power cut. */
    void force(String path) throws IOException;

    /** Renames a file, replacing the one of that name: everybody sees the old one or the new one. */
    void move(String from, String to) throws IOException;

    /** Deletes a file or an empty folder. Does nothing if it is not there. */
    void delete(String path) throws IOException;
}
