package org.modicum.proxylog;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Decompressed content that tells damage apart from a file system that fails: whatever a decompressor throws while
 * the stream below it is well is damage, and comes only after everything that could be decompressed.
 */
final class DecompressedStream extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final Compression compression;
    private final Raw raw;
    private InputStream content;
    private Exception later;

    DecompressedStream(Compression compression, InputStream raw) {
        this.compression = compression;
        this.raw = new Raw(raw);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            if (content == null) {
                content = decompressor();
            }
            int read = compression == Compression.BZIP2
                    ? readOneByOne(bytes, from, length)
                    : content.read(bytes, from, length);
            if (read < 0 && !raw.holdsBytes) {
                throw new CorruptContentException("The compressed file is empty.");
            }
            return read;
        } catch (IOException | RuntimeException e) {
            if (raw.failure != null) {
                throw raw.failure;
            }
            throw e instanceof CorruptContentException corrupt
                    ? corrupt
                    : new CorruptContentException("The compressed bytes are damaged or cut off.", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (content == null) {
            raw.close();
        } else {
            content.close();
        }
    }

    private InputStream decompressor() throws IOException {
        return switch (compression) {
            case NONE -> raw;
            case GZIP -> new GzipStream(raw);
            case BZIP2 -> new BZip2CompressorInputStream(new BufferedInputStream(raw, BUFFER), true);
            case ZSTD -> new ZstdInputStreamNoFinalizer(raw);
        };
    }

    /** A longer read that meets damage would throw without telling how many good bytes came before. */
    private int readOneByOne(byte[] bytes, int from, int length) throws IOException {
        if (later instanceof IOException e) {
            throw e;
        } else if (later instanceof RuntimeException e) {
            throw e;
        }
        int read = 0;
        try {
            while (read < length) {
                int b = content.read();
                if (b < 0) {
                    return read == 0 ? -1 : read;
                }
                bytes[from + read++] = (byte) b;
            }
        } catch (IOException | RuntimeException e) {
            if (read == 0) {
                throw e;
            }
            later = e;
        }
        return read;
    }

    /** The file as it lies there; remembers its own failure. */
    private static final class Raw extends FilterInputStream {
        private IOException failure;
        private boolean holdsBytes;

        Raw(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                int b = in.read();
                holdsBytes |= b >= 0;
                return b;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                int read = in.read(bytes, from, length);
                holdsBytes |= read > 0;
                return read;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        /** Zero makes the zstd decompressor hand out what it has before it asks for more. */
        @Override
        public int available() {
            return 0;
        }
    }
}
