package org.modicum.proxylog;

import java.util.Locale;

/**
 * Why a line, or a whole file, is malformed. The set is closed: a reader may count by reason and know that
 * nothing else will come.
 */
public enum Reason {
    /** Nothing stands between two line ends. */
    EMPTY_LINE,
    /** The line holds a NUL byte: a block that was never written, as a crash leaves it. */
    NUL_BYTE,
    /** The line has more than {@link LineScanner#MAX_LINE} bytes. */
    LINE_TOO_LONG,
    /** The line ends before its last required column. */
    TOO_FEW_COLUMNS,
    /** The time is not seconds, a point and three digits. */
    BAD_TIME,
    /** The elapsed time is not a whole number of milliseconds. */
    BAD_ELAPSED,
    /** The result is not a result code, a slash and three digits. */
    BAD_RESULT,
    /** The size is neither a whole number nor {@code -}. */
    BAD_BYTES,
    /** The method is not a token in the sense of RFC 9110, 5.6.2. */
    BAD_METHOD,
    /** No hierarchy column, followed by a content type, stands after the user. */
    NO_HIERARCHY,
    /** The compressed file is damaged or cut off here. About a file and not a line. */
    CORRUPT_FILE,
    /** The file ended before the bytes that were asked for. About a file and not a line. */
    SHORT_FILE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The reason as it stands in the {@code reason} column, such as {@code bad_time}. */
    public String word() {
        return word;
    }
}
