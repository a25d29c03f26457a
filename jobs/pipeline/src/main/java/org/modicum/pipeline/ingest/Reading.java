package org.modicum.pipeline.ingest;

import java.util.Optional;
import java.util.SortedMap;

/**
 * A piece of a file that this run reads, or that it found to be read already.
 *
 * @param content the content it belongs to (see {@link Known})
 * @param from first decompressed byte to read, always the start of a line
 * @param to the byte after the last one to read; equal to {@code from} when nothing is new
 * @param marks fingerprints of the content up to {@code to}
 * @param container fingerprint of a compressed file as it lies on disk, so that an unchanged one is not unpacked again
 * @param damaged whether the file breaks off or is corrupt after {@code to}
 */
record Reading(
        String source,
        String file,
        String content,
        long from,
        long to,
        SortedMap<Long, String> marks,
        Optional<String> container,
        boolean damaged) {

    boolean hasNews() {
        return to > from;
    }
}
