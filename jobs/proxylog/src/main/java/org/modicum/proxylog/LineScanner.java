package org.modicum.proxylog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a slice of a log into lines, window by window. A line ends with LF or CR LF, the last one also with the
 * content; an empty line is a line.
 *
 * <p>{@link #nextLine} goes from line to line of the present window. When it says false, everything that pointed
 * into the window must have been used, for {@link #nextWindow} overwrites it. A line longer than {@link #MAX_LINE}
 * is measured and passed over, never held, so that memory stays bounded whatever the file is.
 */
public final class LineScanner implements Closeable {
    /** Longest line that is read, in bytes without its end. Squid's own limits stay far below. */
    public static final int MAX_LINE = 4 << 20;

    private static final int WINDOW = 1 << 20;
    private static final int AFTER_END = 1 << 16;
    private static final long NEWLINES = '\n' * ByteSearch.ONES;

    private enum Ending {
        NOT_YET,
        CONTENT_ENDED,
        CORRUPT
    }

    private final LogFile file;
    private final Compression compression;
    private final LogSlice slice;
    private InputStream content;
    private byte[] window;
    private long base;
    private int at;
    private int filled;
    private Ending ending = Ending.NOT_YET;
    private boolean finished;
    private long bytesRead;

    private int lineStart;
    private int lineEnd;
    private long lineOffset;
    private long lineLength;
    private boolean ascii;
    private boolean nul;
    private boolean longLineFound;
    private long longLineStart = -1;
    private long passedEnd;

    /** A scanner that opens the file when the first window is asked for. */
    public LineScanner(LogFile file, Compression compression, LogSlice slice) {
        this(file, compression, slice, WINDOW);
    }

    LineScanner(LogFile file, Compression compression, LogSlice slice, int windowBytes) {
        this.file = file;
        this.compression = compression;
        this.slice = slice;
        this.window = new byte[windowBytes];
        this.finished = slice.start() == slice.end();
    }

    /** Goes to the next line of the window; false if the window holds no further line that the slice owns. */
    public boolean nextLine() {
        if (longLineFound) {
            longLineFound = false;
            return true;
        }
        if (finished || at == filled) {
            return false;
        }
        if (base + at >= slice.end()) {
            finished = true;
            return false;
        }
        int newline = findNewline(at, filled);
        if (newline < 0 && ending != Ending.CONTENT_ENDED) {
            return false;
        }
        lineStart = at;
        lineOffset = base + at;
        lineEnd = newline < 0 ? filled : newline;
        at = newline < 0 ? filled : newline + 1;
        if (lineEnd > lineStart && window[lineEnd - 1] == '\r') {
            lineEnd--;
        }
        lineLength = (long) lineEnd - lineStart;
        return true;
    }

    /** Reads on; false if there is nothing more to read. The bytes of earlier lines are gone afterwards. */
    public boolean nextWindow() throws IOException {
        if (finished || ending != Ending.NOT_YET) {
            return false;
        }
        try {
            if (content == null) {
                begin();
            }
            keepRest();
            if (filled == window.length) {
                measureLongLine();
            } else {
                fill();
            }
        } catch (CorruptContentException e) {
            ending = Ending.CORRUPT;
        }
        return true;
    }

    /** Holds the present line. */
    public byte[] window() {
        return window;
    }

    /** First byte of the line in the window. */
    public int lineStart() {
        return lineStart;
    }

    /** One past the last byte of the line in the window, its end not counted. */
    public int lineEnd() {
        return lineEnd;
    }

    /** Where the line begins in the decompressed content. */
    public long lineOffset() {
        return lineOffset;
    }

    /** Bytes of the line without its end. */
    public long lineLength() {
        return lineLength;
    }

    /** Whether the line is longer than {@link #MAX_LINE}; if so, the window does not hold it. */
    public boolean isTooLong() {
        return lineLength > MAX_LINE;
    }

    /** Whether all bytes of the line are below 0x80. */
    public boolean isAscii() {
        return ascii;
    }

    /** Whether the line holds a NUL byte. */
    public boolean hasNul() {
        return nul;
    }

    /** Bytes of decompressed content read so far, the parts left out included. */
    public long bytesRead() {
        return bytesRead;
    }

    /** Whether the compressed file was found damaged or cut off. */
    public boolean isCorrupt() {
        return ending == Ending.CORRUPT;
    }

    /** Whether the content ended before the slice did. */
    public boolean isShort() {
        long needed = slice.end() == LogSlice.OPEN ? slice.start() : slice.end();
        return ending == Ending.CONTENT_ENDED && base + filled < needed;
    }

    /** Where the next line would begin; after damage, where the line begins that could not be read to its end. */
    public long position() {
        return longLineStart >= 0 ? longLineStart : base + at;
    }

    /** Bytes read after {@link #position}. */
    public long unused() {
        return base + filled - position();
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
        }
    }

    /** Opens the content at the slice, or one byte before it to see whether a line ended there. */
    private void begin() throws IOException {
        long from = slice.startsLine() || slice.start() == 0 ? slice.start() : slice.start() - 1;
        if (compression == Compression.NONE) {
            content = file.open(from);
            base = from;
        } else {
            content = compression.open(file);
            while (base + filled < from && ending == Ending.NOT_YET) {
                forget();
                read((int) Math.min(window.length, from - base));
            }
            forget();
        }
        if (from < slice.start()) {
            passLine(slice.end());
        }
    }

    private void forget() {
        base += filled;
        at = 0;
        filled = 0;
    }

    /** Moves what is left of the window to its front, and makes room if that is all of it. */
    private void keepRest() {
        if (at > 0) {
            System.arraycopy(window, at, window, 0, filled - at);
            base += at;
            filled -= at;
            at = 0;
        } else if (filled == window.length && window.length < MAX_LINE + 2) {
            window = Arrays.copyOf(window, (int) Math.min(window.length * 2L, MAX_LINE + 2L));
        }
    }

    private void fill() throws IOException {
        long wanted = (long) window.length - filled;
        if (slice.end() != LogSlice.OPEN) {
            wanted = Math.min(wanted, Math.max(slice.end() - base - filled, AFTER_END));
        }
        int until = filled + (int) wanted;
        while (filled < until && ending == Ending.NOT_YET) {
            read(until - filled);
        }
    }

    private void read(int atMost) throws IOException {
        long left = slice.limit() - base - filled;
        int read = left <= 0 ? -1 : content.read(window, filled, (int) Math.min(atMost, left));
        if (read < 0) {
            ending = Ending.CONTENT_ENDED;
        } else {
            filled += read;
            bytesRead += read;
        }
    }

    /** The window is full of one line of more than MAX_LINE bytes: finds its length and goes behind it. */
    private void measureLongLine() throws IOException {
        longLineStart = base;
        passLine(LogSlice.OPEN);
        lineOffset = longLineStart;
        lineLength = passedEnd - longLineStart;
        longLineStart = -1;
        longLineFound = true;
    }

    /** Goes behind the next LF, or to the content's end, or to {@code until} if no LF comes before it. */
    private void passLine(long until) throws IOException {
        int newline = findNewline(at, filled);
        boolean returnBefore = false;
        while (newline < 0 && ending == Ending.NOT_YET && base + filled < until) {
            returnBefore = filled > 0 && window[filled - 1] == '\r';
            forget();
            read(window.length);
            newline = findNewline(at, filled);
        }
        int lineStop = newline < 0 ? filled : newline;
        boolean carriageReturn = lineStop > 0 ? window[lineStop - 1] == '\r' : returnBefore;
        passedEnd = base + lineStop - (carriageReturn ? 1 : 0);
        at = newline < 0 ? filled : newline + 1;
    }

    /** The next LF in {@code [from, to)} or -1; notes what kinds of bytes stand before it. */
    private int findNewline(int from, int to) {
        byte[] bytes = window;
        long high = 0;
        long zero = 0;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = (long) ByteSearch.LONGS.get(bytes, i);
            long other = word ^ NEWLINES;
            long found = (other - ByteSearch.ONES) & ~other & ByteSearch.HIGHS;
            if (found != 0) {
                int bits = Long.numberOfTrailingZeros(found) & -Long.BYTES;
                long beyond = -1L << bits;
                long line = word | beyond;
                note(high | (word & ~beyond), zero | ((line - ByteSearch.ONES) & ~line));
                return i + (bits >>> 3);
            }
            high |= word;
            zero |= (word - ByteSearch.ONES) & ~word;
        }
        for (; i < to && bytes[i] != '\n'; i++) {
            high |= bytes[i];
            zero |= bytes[i] == 0 ? ByteSearch.HIGHS : 0;
        }
        note(high, zero);
        return i < to ? i : -1;
    }

    private void note(long high, long zero) {
        ascii = (high & ByteSearch.HIGHS) == 0;
        nul = (zero & ByteSearch.HIGHS) != 0;
    }
}
