package org.modicum.policy.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree of a given size, read from its tiles (C2SP tlog-tiles), and the proofs that its tiles give. It believes the
 * tiles: whoever needs certainty checks what comes out against a signed root.
 */
public final class TiledTree {
    private final TileSource source;
    private final long size;
    private final Map<String, List<Hash>> tiles = new HashMap<>();

    /** @param size number of leaves; the tiles may be of a larger tree */
    public TiledTree(TileSource source, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no negative size: " + size);
        }
        this.source = source;
        this.size = size;
    }

    /** @throws AuditException if a tile is missing or has the wrong length; so for every method of this class */
    public Hash root() {
        return size == 0 ? MerkleTree.EMPTY : range(0, size);
    }

    /** PATH of RFC 6962 section 2.1.1: from the leaf's sibling to the root's child. */
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("There is no entry " + index + " in a log of " + size);
        }
        List<Hash> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    /** PROOF of RFC 6962 section 2.1.2: that the first {@code first} leaves make the earlier tree. */
    public List<Hash> consistency(long first) {
        if (first < 0 || first > size) {
            throw new IllegalArgumentException("A log of " + size + " has no earlier size " + first);
        }
        List<Hash> path = new ArrayList<>();
        if (first > 0) {
            consistency(first, 0, size, true, path);
        }
        return path;
    }

    /** Hashes of a tile as wide as this tree's size makes it; none if the tree does not reach it. */
    List<Hash> tile(int level, long index) {
        long width = (size >>> (level * TilePath.HEIGHT)) - index * TilePath.WIDTH;
        return width <= 0 ? List.of() : tile(level, index, (int) Math.min(width, TilePath.WIDTH));
    }

    private void inclusion(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + MerkleTree.split(to - from);
        if (index < middle) {
            inclusion(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            inclusion(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    private void consistency(long first, long from, long to, boolean known, List<Hash> path) {
        if (first == to) {
            if (!known) {
                path.add(range(from, to));
            }
            return;
        }
        long middle = from + MerkleTree.split(to - from);
        if (first <= middle) {
            consistency(first, from, middle, known, path);
            path.add(range(middle, to));
        } else {
            consistency(first, middle, to, false, path);
            path.add(range(from, middle));
        }
    }

    private Hash range(long from, long to) {
        if (Long.bitCount(to - from) == 1) {
            return complete(Long.numberOfTrailingZeros(to - from), from);
        }
        long middle = from + MerkleTree.split(to - from);
        return MerkleTree.node(range(from, middle), range(middle, to));
    }

    /** Root of the complete subtree of 2^height leaves that begins at a leaf. */
    private Hash complete(int height, long from) {
        int level = height / TilePath.HEIGHT;
        long first = from >>> (level * TilePath.HEIGHT);
        int start = (int) (first % TilePath.WIDTH);
        List<Hash> tile = tile(level, first / TilePath.WIDTH);
        return MerkleTree.root(tile.subList(start, start + (1 << (height % TilePath.HEIGHT))));
    }

    private List<Hash> tile(int level, long index, int width) {
        return tiles.computeIfAbsent(TilePath.tile(level, index, width), path -> read(level, index, width, path));
    }

    /** A partial tile may have been removed once its full tile was there, which begins with the same hashes. */
    private List<Hash> read(int level, long index, int width, String path) {
        Optional<byte[]> partial = source.read(path);
        if (partial.isPresent()) {
            return hashes(partial.get(), path, width);
        }
        String full = TilePath.tile(level, index, TilePath.WIDTH);
        byte[] bytes = source.read(full).orElseThrow(() -> new AuditException("The log has no " + path));
        return hashes(bytes, full, TilePath.WIDTH).subList(0, width);
    }

    private static List<Hash> hashes(byte[] tile, String path, int width) {
        if (tile.length != width * Hash.BYTES) {
            throw new AuditException(
                    path + " has " + tile.length + " bytes where " + width * Hash.BYTES + " were expected");
        }
        List<Hash> hashes = new ArrayList<>();
        for (int from = 0; from < tile.length; from += Hash.BYTES) {
            hashes.add(new Hash(Arrays.copyOfRange(tile, from, from + Hash.BYTES)));
        }
        return hashes;
    }
}
