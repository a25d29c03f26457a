package org.modicum.proxylog;

import java.io.Closeable;
import java.io.IOException;

/**
 * Reads a slice of a log line by line and says what each line is. Whether a line is malformed does not depend on
 * the hosts asked for: every line is taken apart in full before its host is looked at.
 *
 * <p>Used as {@code while (true) switch (reader.next())}: after {@link Step#HIT} and {@link Step#MALFORMED} the
 * line's columns can be read, until {@link Step#WINDOW_ENDED} has been said and {@code next} is called once more.
 * The number of {@link #lines} is always that of hits, malformed lines and {@link #skipped} lines together.
 */
public final class LogReader implements Closeable {
    /** What {@link #next} came upon. */
    public enum Step {
        /** A line about one of the hosts. */
        HIT,
        /** A line that is not in the dialect: see {@link #reason}. */
        MALFORMED,
        /** All that pointed into the window must be used before the next call. */
        WINDOW_ENDED,
        /** The file is damaged or too short: see {@link #reason}. Stands for no line; {@link #ENDED} comes next. */
        FILE_MALFORMED,
        /** Nothing more. */
        ENDED
    }

    private final LineScanner scanner;
    private final LineParser parser;
    private final HostSet hosts;
    private final LineFields fields = new LineFields();
    private long lines;
    private long malformed;
    private long skipped;
    private boolean fileReported;
    private boolean windowEnded = true;
    private Reason reason;

    public LogReader(LineScanner scanner, LineParser parser, HostSet hosts) {
        this.scanner = scanner;
        this.parser = parser;
        this.hosts = hosts;
    }

    /**
     * Goes on to the next hit or malformed line.
     *
     * @throws IOException if the file cannot be read; damaged content does not throw
     */
    public Step next() throws IOException {
        while (true) {
            while (scanner.nextLine()) {
                lines++;
                if (!parse()) {
                    malformed++;
                    return Step.MALFORMED;
                }
                if (isWanted()) {
                    return Step.HIT;
                }
                skipped++;
            }
            if (!windowEnded) {
                windowEnded = true;
                return Step.WINDOW_ENDED;
            }
            if (!scanner.nextWindow()) {
                return ending();
            }
            windowEnded = false;
        }
    }

    /** The columns of the line of {@link Step#HIT}, as stretches of {@link #buffer}. */
    public LineFields fields() {
        return fields;
    }

    /** Holds the line. */
    public byte[] buffer() {
        return scanner.window();
    }

    /** Whether the line is ASCII throughout. */
    public boolean isAscii() {
        return scanner.isAscii();
    }

    /** Why the line, or the file, is malformed; null for a hit. */
    public Reason reason() {
        return reason;
    }

    /** Where the line, or the damage, begins in the decompressed content. */
    public long offset() {
        return fileReported ? scanner.position() : scanner.lineOffset();
    }

    /** Bytes of the line without its end, or of what was read of a line that the damage cut off. */
    public long length() {
        return fileReported ? scanner.unused() : scanner.lineLength();
    }

    /** Lines so far. */
    public long lines() {
        return lines;
    }

    /** Malformed lines so far. */
    public long malformed() {
        return malformed;
    }

    /** Well-formed lines about other hosts so far. */
    public long skipped() {
        return skipped;
    }

    /** Bytes of decompressed content so far. */
    public long bytesRead() {
        return scanner.bytesRead();
    }

    @Override
    public void close() throws IOException {
        scanner.close();
    }

    private boolean parse() {
        reason = reasonBeforeParsing();
        if (reason == null && !parser.parse(scanner.window(), scanner.lineStart(), scanner.lineEnd(), fields)) {
            reason = fields.reason();
        }
        return reason == null;
    }

    private Reason reasonBeforeParsing() {
        if (scanner.isTooLong()) {
            return Reason.LINE_TOO_LONG;
        }
        if (scanner.lineLength() == 0) {
            return Reason.EMPTY_LINE;
        }
        return scanner.hasNul() ? Reason.NUL_BYTE : null;
    }

    private boolean isWanted() {
        return hosts.isEveryHost()
                || (fields.has(Text.HOST)
                        && hosts.contains(scanner.window(), fields.start(Text.HOST), fields.end(Text.HOST)));
    }

    private Step ending() {
        if (fileReported || (!scanner.isCorrupt() && !scanner.isShort())) {
            return Step.ENDED;
        }
        fileReported = true;
        reason = scanner.isCorrupt() ? Reason.CORRUPT_FILE : Reason.SHORT_FILE;
        return Step.FILE_MALFORMED;
    }
}
