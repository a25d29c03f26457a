package org.modicum.pipeline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** An uncompressed file: marks are read where they are asked for, by seeking. */
final class PlainContent implements Content {
    private final FileSystem files;
    private final Path path;
    private final long length;
    private final boolean stillWritten;
    private final Fingerprint fingerprint;
    private final Map<Long, String> marks = new HashMap<>();

    /** @param stillWritten whether a line without an end may yet grow, so that it is left for the next run */
    PlainContent(FileSystem files, Path path, long length, boolean stillWritten, Fingerprint fingerprint) {
        this.files = files;
        this.path = path;
        this.length = length;
        this.stillWritten = stillWritten;
        this.fingerprint = fingerprint;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long settledLength() {
        return stillWritten ? lineStart(length) : length;
    }

    @Override
    public boolean damaged() {
        return false;
    }

    @Override
    public Optional<String> markAt(long offset) {
        if (offset > length) {
            return Optional.empty();
        }
        return Optional.of(marks.computeIfAbsent(offset, at -> {
            byte[] window = before(at);
            return fingerprint.of(window, 0, window.length);
        }));
    }

    @Override
    public long lineStart(long offset) {
        long end = offset;
        while (end > 0) {
            byte[] window = before(end);
            for (int i = window.length - 1; i >= 0; i--) {
                if (window[i] == '\n') {
                    return end - window.length + i + 1;
                }
            }
            end -= window.length;
        }
        return 0;
    }

    private byte[] before(long end) {
        byte[] window = new byte[(int) Math.min(end, Fingerprint.WINDOW)];
        try (FSDataInputStream in = files.open(path)) {
            in.readFully(end - window.length, window);
            return window;
        } catch (IOException e) {
            throw new UncheckedIOException("The log file " + path + " could not be read", e);
        }
    }
}
