package org.modicum.pipeline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modicum.proxylog.CorruptContentException;

/**
 * A compressed file: unpacked once from its beginning, with marks at the offsets that could be asked for. A compressed
 * file does not grow, so its last line counts even without a line end, unless the file is damaged.
 */
final class CompressedContent implements Content {
    /** Opens the decompressed bytes; reading them ends in a {@link CorruptContentException} where the file is damaged. */
    interface Opener {
        InputStream open() throws IOException;
    }

    private final Opener opener;
    private final SortedSet<Long> offsets;
    private final Fingerprint fingerprint;
    private final Map<Long, String> marks = new HashMap<>();
    private final byte[] ring = new byte[Fingerprint.WINDOW];
    private long length;
    private long lineStart;
    private boolean damaged;

    CompressedContent(Opener opener, SortedSet<Long> offsets, Fingerprint fingerprint) {
        this.opener = opener;
        this.offsets = new TreeSet<>(offsets);
        this.fingerprint = fingerprint;
        unpack(Long.MAX_VALUE);
        if (!damaged) {
            markHere();
        } else if (lineStart < length) {
            // What counts ends before the damage; its mark needs another pass, now that its place is known.
            damagedAgain(lineStart);
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long settledLength() {
        return damaged ? lineStart : length;
    }

    @Override
    public boolean damaged() {
        return damaged;
    }

    @Override
    public Optional<String> markAt(long offset) {
        return Optional.ofNullable(marks.get(offset));
    }

    @Override
    public long lineStart(long offset) {
        long start = 0;
        try (InputStream in = opener.open()) {
            byte[] buffer = new byte[Fingerprint.WINDOW];
            long at = 0;
            while (at < offset) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, offset - at));
                if (read < 0) {
                    break;
                }
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        start = at + i + 1;
                    }
                }
                at += read;
            }
            return start;
        } catch (IOException e) {
            throw new UncheckedIOException("A compressed log file could not be read a second time", e);
        }
    }

    private void damagedAgain(long end) {
        long whole = length;
        unpack(end);
        markHere();
        length = whole;
        damaged = true;
    }

    private void unpack(long end) {
        length = 0;
        lineStart = 0;
        TreeSet<Long> ahead = new TreeSet<>(Identity.grid(end));
        ahead.addAll(offsets);
        try (InputStream in = opener.open()) {
            while (length < end) {
                Long stop = ahead.higher(length);
                int place = (int) (length % ring.length);
                long room = Math.min(ring.length - place, end - length);
                int read = in.read(ring, place, (int) (stop == null ? room : Math.min(room, stop - length)));
                if (read < 0) {
                    return;
                }
                for (int i = place + read - 1; i >= place; i--) {
                    if (ring[i] == '\n') {
                        lineStart = length + (i - place) + 1;
                        break;
                    }
                }
                length += read;
                if (stop != null && length == stop) {
                    markHere();
                }
            }
        } catch (CorruptContentException e) {
            damaged = true;
        } catch (IOException e) {
            throw new UncheckedIOException("A compressed log file could not be read", e);
        }
    }

    private void markHere() {
        int place = (int) (length % ring.length);
        marks.put(
                length,
                length < ring.length
                        ? fingerprint.of(ring, 0, place)
                        : fingerprint.of(ring, place, ring.length - place, 0, place));
    }
}
