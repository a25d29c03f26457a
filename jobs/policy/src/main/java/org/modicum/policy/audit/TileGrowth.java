package org.modicum.policy.audit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which tiles a log has to write when leaves come to its end. The same leaves always give the same tiles. */
public final class TileGrowth {

    private TileGrowth() {}

    /**
     * @param source tiles of the tree as it is
     * @param size leaves of the tree as it is
     * @param leaves hashes of the new entries
     * @return path to content of every tile that is new or wider than before
     */
    public static SortedMap<String, byte[]> tiles(TileSource source, long size, List<Hash> leaves) {
        TiledTree before = new TiledTree(source, size);
        SortedMap<String, byte[]> tiles = new TreeMap<>();
        List<Hash> fresh = leaves;
        for (int level = 0; !fresh.isEmpty(); level++) {
            long index = size >>> ((level + 1) * TilePath.HEIGHT);
            List<Hash> row = new ArrayList<>(before.tile(level, index));
            row.addAll(fresh);
            fresh = new ArrayList<>();
            for (int from = 0; from < row.size(); from += TilePath.WIDTH, index++) {
                List<Hash> tile = row.subList(from, Math.min(from + TilePath.WIDTH, row.size()));
                tiles.put(TilePath.tile(level, index, tile.size()), bytes(tile));
                if (tile.size() == TilePath.WIDTH) {
                    fresh.add(MerkleTree.root(tile));
                }
            }
        }
        return tiles;
    }

    private static byte[] bytes(List<Hash> tile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(tile.size() * Hash.BYTES);
        tile.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }
}
