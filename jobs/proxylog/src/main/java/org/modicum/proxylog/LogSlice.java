package org.modicum.proxylog;

import java.io.Serializable;

/**
 * Which lines of a log to read. All numbers are bytes of the decompressed content.
 *
 * <p>A slice owns every line whose first byte lies in {@code [start, end)}, and reads it to its end even if that
 * lies beyond {@code end}. Slices that adjoin therefore give every line once, wherever they are cut.
 *
 * @param start first byte
 * @param end one past the last byte at which a line may begin; {@link #OPEN} for all there are
 * @param limit where the content is taken to end, at or after {@code end}; {@link #OPEN} for where it does end
 * @param startsLine whether {@code start} is known to be the start of a line. If not, the line that {@code start}
 *     lies in belongs to the slice before
 */
public record LogSlice(long start, long end, long limit, boolean startsLine) implements Serializable {
    /** No bound. */
    public static final long OPEN = Long.MAX_VALUE;

    public LogSlice {
        if (start < 0 || end < start || limit < end) {
            throw new IllegalArgumentException(
                    "A slice needs 0 <= start <= end <= limit, but these are " + start + ", " + end + ", " + limit);
        }
    }

    /** The whole content. */
    public static LogSlice whole() {
        return new LogSlice(0, OPEN, OPEN, true);
    }
}
