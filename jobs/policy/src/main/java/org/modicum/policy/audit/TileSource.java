package org.modicum.policy.audit;

import java.util.Optional;

/** Where a log's files come from: a folder, a copy on a stick, a web server. */
@FunctionalInterface
public interface TileSource {

    /**
     * @param path relative to the log, such as {@code tile/0/000.p/12}, see {@link TilePath}
     * @return the bytes, or nothing if there is no such file
     */
    Optional<byte[]> read(String path);
}
