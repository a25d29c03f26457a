package org.modicum.proxylog;

import java.util.Arrays;

/**
 * One parsed line: numbers as numbers, text as stretches {@code [start, end)} of the buffer that the line was
 * parsed from. One instance is used for line after line; what it says holds until the next line is parsed and the
 * buffer moves on. Nothing is decoded here: {@link TextDecoder} does that for the columns somebody wants.
 */
public final class LineFields {
    /** Stands for a number that the line does not give. */
    public static final long ABSENT = Long.MIN_VALUE;

    final int[] start = new int[Text.COUNT];
    final int[] end = new int[Text.COUNT];
    long timeMillis;
    long elapsedMillis;
    long bytes;
    int status;
    long port;
    Reason reason;

    /** Forgets the last line. */
    void clear() {
        Arrays.fill(start, -1);
        port = ABSENT;
        reason = null;
    }

    boolean reject(Reason why) {
        reason = why;
        return false;
    }

    void set(Text text, int from, int to) {
        start[text.ordinal()] = from;
        end[text.ordinal()] = to;
    }

    /** When the transfer ended, in milliseconds since 1970-01-01T00:00Z. */
    public long timeMillis() {
        return timeMillis;
    }

    /** How long the transfer took, in milliseconds; negative when the proxy's clock stepped back meanwhile. */
    public long elapsedMillis() {
        return elapsedMillis;
    }

    /** Bytes sent to the client, or {@link #ABSENT}. */
    public long bytes() {
        return bytes;
    }

    /** HTTP status sent to the client; 0 when none was sent. */
    public int status() {
        return status;
    }

    /** Port in the URL, or {@link #ABSENT}. */
    public long port() {
        return port;
    }

    /** Whether the line has this column with something in it. */
    public boolean has(Text text) {
        return start[text.ordinal()] >= 0;
    }

    /** First byte of the text in the buffer. Only where {@link #has} is true. */
    public int start(Text text) {
        return start[text.ordinal()];
    }

    /** One past the last byte of the text in the buffer. Only where {@link #has} is true. */
    public int end(Text text) {
        return end[text.ordinal()];
    }

    /** Why the line was rejected; null when it was parsed. */
    public Reason reason() {
        return reason;
    }
}
