package org.modicum.pipeline.ingest;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * What a {@link LineFold} hands on. Objects and not rows: most of what a partition says fits into one array of numbers,
 * and rows of it would be made, packed and unpacked once for each question that is asked of them.
 */
sealed interface Piece extends Serializable {

    /** Sums of activity. Their numbers of people are those of the {@link Who} of their source. */
    record Activity(PackedSums sums) implements Piece {}

    /** A line, or with length 0 the end of a damaged file, that could not be read. */
    record Malformed(String file, long offset, int length, String reason) implements Piece {}

    /**
     * The end of a partition.
     *
     * @param fates numbers of lines by file, in the order of {@link Fate}
     * @param strangers a token for each person who is not in the directory; it says nothing of them outside this run
     */
    record Tally(Map<String, long[]> fates, Set<String> strangers) implements Piece {}
}
