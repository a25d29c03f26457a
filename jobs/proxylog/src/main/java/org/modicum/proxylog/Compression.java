package org.modicum.proxylog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * How a file is compressed. Its first bytes tell, for logrotate and people give names freely; the name is asked
 * only when the file is too short to tell, so that an empty {@code .gz} counts as cut off and not as an empty log.
 */
public enum Compression {
    /** Not compressed. */
    NONE(""),
    /** RFC 1952; any number of members. */
    GZIP(".gz"),
    /** bzip2; any number of streams. */
    BZIP2(".bz2"),
    /** RFC 8878; any number of frames, skippable ones among them. */
    ZSTD(".zst");

    /** How many bytes from the beginning {@link #detect} wants to see. */
    public static final int HEAD = 10;

    private static final long BZIP2_BLOCK = 0x314159265359L;
    private static final long BZIP2_END = 0x177245385090L;

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /**
     * Tells how a file is compressed.
     *
     * @param head the first {@link #HEAD} bytes, or all if the file has fewer
     * @param name the file's name, used when the head is too short
     */
    public static Compression detect(byte[] head, String name) {
        if (head.length >= 3 && head[0] == 0x1F && (head[1] & 0xFF) == 0x8B && head[2] == 8) {
            return GZIP;
        }
        if (head.length >= 4 && isZstd(head)) {
            return ZSTD;
        }
        if (head.length >= HEAD && head[0] == 'B' && head[1] == 'Z' && head[2] == 'h' && isBzip2(head)) {
            return BZIP2;
        }
        String lowerCaseName = name.toLowerCase(Locale.ROOT);
        for (Compression compression : new Compression[] {GZIP, BZIP2, ZSTD}) {
            if (lowerCaseName.endsWith(compression.suffix) && head.length < HEAD) {
                return compression;
            }
        }
        return NONE;
    }

    /** Whether reading can begin in the middle of the file. */
    public boolean isSplittable() {
        return this == NONE;
    }

    /**
     * Opens a file's decompressed content from its beginning. Damage shows as {@link CorruptContentException} after
     * all that could be decompressed before it; other exceptions are the file system's own.
     */
    public InputStream open(LogFile file) throws IOException {
        InputStream raw = file.open(0);
        return this == NONE ? raw : new DecompressedStream(this, raw);
    }

    private static boolean isZstd(byte[] head) {
        long magic = bigEndian(head, 0, 4);
        return magic == 0x28B52FFDL || (magic & 0xF0FFFFFFL) == 0x502A4D18L;
    }

    private static boolean isBzip2(byte[] head) {
        long magic = bigEndian(head, 4, 6);
        return head[3] >= '1' && head[3] <= '9' && (magic == BZIP2_BLOCK || magic == BZIP2_END);
    }

    private static long bigEndian(byte[] head, int from, int length) {
        long value = 0;
        for (int i = from; i < from + length; i++) {
            value = (value << 8) | (head[i] & 0xFF);
        }
        return value;
    }
}
