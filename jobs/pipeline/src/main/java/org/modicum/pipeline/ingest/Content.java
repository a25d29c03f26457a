package org.modicum.pipeline.ingest;

import java.util.Optional;

/**
 * The decompressed bytes of a log file, as far as they are needed to tell which content it is.
 *
 * <p>A mark is a fingerprint of the {@value Fingerprint#WINDOW} bytes (or fewer, at the start) that end at an offset.
 */
interface Content {
    /** Decompressed bytes that can be read; for a damaged file, those before the damage. */
    long length();

    /** Up to where lines are complete and will not change: the end of the last line that counts. */
    long settledLength();

    /** Whether a compressed file breaks off or is corrupt. */
    boolean damaged();

    /** The start of the line that holds the byte before an offset. */
    long lineStart(long offset);

    /** The mark at an offset; empty when the content is shorter. */
    Optional<String> markAt(long offset);
}
