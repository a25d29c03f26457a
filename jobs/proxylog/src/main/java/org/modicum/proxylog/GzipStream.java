package org.modicum.proxylog;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * RFC 1952 with any number of members. Unlike {@link java.util.zip.GZIPInputStream} it does not take a stream that
 * has nothing {@code available} for one that has ended, reports garbage after a member, and hands out everything
 * before damage. Zero bytes after a member are padding, as gzip(1) has it.
 */
final class GzipStream extends InputStream {
    private static final int HAS_HEADER_CRC = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final byte[] input = new byte[1 << 16];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int at;
    private int filled;
    private int members;
    private boolean inMember;
    private boolean finished;
    private CorruptContentException later;

    GzipStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (later != null) {
            throw later;
        }
        int read = 0;
        while (read == 0 && length > 0 && !finished) {
            if (inMember || beginMember()) {
                read = inflate(bytes, from, length);
            } else {
                finished = true;
            }
        }
        return finished ? -1 : read;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] bytes, int from, int length) throws IOException {
        if (inflater.needsInput()) {
            if (at == filled && !fill()) {
                throw new CorruptContentException("The gzip file is cut off.");
            }
            inflater.setInput(input, at, filled - at);
            at = filled;
        }
        long before = inflater.getBytesWritten();
        try {
            inflater.inflate(bytes, from, length);
        } catch (DataFormatException e) {
            later = new CorruptContentException("The gzip file is damaged.", e);
        }
        int read = (int) (inflater.getBytesWritten() - before);
        crc.update(bytes, from, read);
        if (later == null && inflater.needsDictionary()) {
            later = new CorruptContentException("The gzip file asks for a dictionary.");
        }
        if (later == null && inflater.finished()) {
            at = filled - inflater.getRemaining();
            try {
                endMember();
            } catch (CorruptContentException e) {
                later = e;
            }
        }
        if (later != null && read == 0) {
            throw later;
        }
        return read;
    }

    /** Reads a member's header; false at the end of the file. */
    private boolean beginMember() throws IOException {
        int first = next();
        while (first == 0 && members > 0) {
            first = next();
        }
        if (first < 0 && members > 0) {
            return false;
        }
        int flags = 0;
        boolean good = first == 0x1F && must() == 0x8B && must() == 8;
        if (good) {
            flags = must();
        }
        if (!good || (flags & RESERVED) != 0) {
            throw new CorruptContentException("The gzip file holds something that is not a gzip member.");
        }
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(must() | must() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        crc.reset();
        members++;
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        long size = inflater.getBytesWritten() & 0xFFFFFFFFL;
        if (four() != crc.getValue() || four() != size) {
            throw new CorruptContentException("The gzip file's checksum does not fit its content.");
        }
        inMember = false;
    }

    private long four() throws IOException {
        return must() | must() << 8 | must() << 16 | (long) must() << 24;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            must();
        }
    }

    private void skipText() throws IOException {
        int b = must();
        while (b != 0) {
            b = must();
        }
    }

    private int must() throws IOException {
        int b = next();
        if (b < 0) {
            throw new CorruptContentException("The gzip file is cut off.");
        }
        return b;
    }

    private int next() throws IOException {
        return at < filled || fill() ? input[at++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(input, 0, input.length));
        return filled > 0;
    }
}
