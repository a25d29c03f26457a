package org.modicum.pipeline.audit.log;

import static org.modicum.policy.audit.TilePath.WIDTH;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.EntryBundle;
import org.modicum.policy.audit.TilePath;
import org.modicum.policy.audit.TileSource;

/** The files of entries of a log of a given size. */
record Bundles(TileSource source, long size) {

    /** How many files the entries fill, the last perhaps in part. */
    long count() {
        return (size + WIDTH - 1) / WIDTH;
    }

    /** How many entries of a file the log speaks of. */
    int width(long index) {
        return (int) Math.min(size - index * WIDTH, WIDTH);
    }

    /**
     * The entries of one file, as far as the log goes.
     *
     * @throws AuditException if the file is missing, or is not of its format
     */
    List<byte[]> read(long index) {
        int width = width(index);
        Optional<byte[]> exact = source.read(TilePath.entries(index, width));
        if (exact.isPresent()) {
            return EntryBundle.parse(exact.get(), width);
        }
        byte[] full = source.read(TilePath.entries(index, WIDTH))
                .orElseThrow(() -> new AuditException("The log has no " + TilePath.entries(index, width)));
        return EntryBundle.parse(full, WIDTH).subList(0, width);
    }

    /** The entries of the last file, if it still has room. */
    List<byte[]> last() {
        return size % WIDTH == 0 ? List.of() : read(size / WIDTH);
    }

    /**
     * Files of entries that the log does not speak of yet. A crash leaves one at most, since no second one is begun
     * before the first is in the checkpoint.
     */
    List<String> unpublished(Disk disk) throws IOException {
        List<String> paths = new ArrayList<>();
        for (long index : List.of(size / WIDTH, size / WIDTH + 1)) {
            String full = TilePath.entries(index, WIDTH);
            if (source.read(full).isPresent()) {
                paths.add(full);
            }
            for (String name : disk.list(TilePath.partials(full))) {
                if (isWidth(name) && index * WIDTH + Integer.parseInt(name) > size) {
                    paths.add(TilePath.partials(full) + "/" + name);
                }
            }
        }
        return paths;
    }

    private static boolean isWidth(String name) {
        return name.matches("[1-9][0-9]{0,2}");
    }
}
