package org.modicum.policy.audit;

import java.util.Locale;

/** Names of the files of a tiled log (C2SP tlog-tiles). */
public final class TilePath {

    /** Hashes of a full tile, and entries of a full bundle. */
    public static final int WIDTH = 256;

    /** Where the head of the log is. */
    public static final String CHECKPOINT = "checkpoint";

    /** Bits of an index that one level of tiles takes up. */
    static final int HEIGHT = 8;

    private static final int GROUP = 1000;

    private TilePath() {}

    /** @param width 1 to {@value #WIDTH}; below that the tile is partial and its width is part of its name */
    public static String tile(int level, long index, int width) {
        return "tile/" + level + "/" + index(index) + partial(width);
    }

    /** @param width 1 to {@value #WIDTH}, as for tiles */
    public static String entries(long index, int width) {
        return "tile/entries/" + index(index) + partial(width);
    }

    /** The folder of the partial files that a full file makes superfluous. */
    public static String partials(String full) {
        return full + ".p";
    }

    private static String index(long index) {
        String path = String.format(Locale.ROOT, "%03d", index % GROUP);
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path = String.format(Locale.ROOT, "x%03d/", rest % GROUP) + path;
        }
        return path;
    }

    private static String partial(int width) {
        if (width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("A tile is 1 to " + WIDTH + " wide, not " + width);
        }
        return width == WIDTH ? "" : ".p/" + width;
    }
}
