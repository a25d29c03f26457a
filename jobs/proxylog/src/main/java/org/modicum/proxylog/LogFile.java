package org.modicum.proxylog;

import java.io.IOException;
import java.io.InputStream;

/** A file that can be read from any byte. Where it lies (a disk, Hadoop's file systems, memory) is the caller's. */
@FunctionalInterface
public interface LogFile {
    /**
     * Opens the file as it lies there, compressed or not.
     *
     * @param position first byte to read
     */
    InputStream open(long position) throws IOException;
}
