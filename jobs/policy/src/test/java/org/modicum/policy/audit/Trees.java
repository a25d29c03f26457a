package org.modicum.policy.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** The definitions of RFC 6962 section 2.1 word by word, to judge what is worked out from tiles by. */
final class Trees {

    private Trees() {}

    static byte[] entry(int index) {
        return ("entry " + index).getBytes(US_ASCII);
    }

    static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(index -> MerkleTree.leaf(entry(index)))
                .toList();
    }

    static Hash mth(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return new Hash(MerkleTree.sha256().digest());
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = k(leaves.size());
        return MerkleTree.node(mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
    }

    static List<Hash> path(int m, List<Hash> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return List.of();
        }
        int k = k(n);
        return m < k
                ? append(path(m, leaves.subList(0, k)), mth(leaves.subList(k, n)))
                : append(path(m - k, leaves.subList(k, n)), mth(leaves.subList(0, k)));
    }

    static List<Hash> proof(int m, List<Hash> leaves) {
        return m == 0 ? List.of() : subproof(m, leaves, true);
    }

    static TileSource tiles(int size) {
        SortedMap<String, byte[]> tiles = TileGrowth.tiles(nothing(), 0, leaves(size));
        return path -> Optional.ofNullable(tiles.get(path));
    }

    static TileSource nothing() {
        return path -> Optional.empty();
    }

    private static List<Hash> subproof(int m, List<Hash> leaves, boolean b) {
        int n = leaves.size();
        if (m == n) {
            return b ? List.of() : List.of(mth(leaves));
        }
        int k = k(n);
        return m <= k
                ? append(subproof(m, leaves.subList(0, k), b), mth(leaves.subList(k, n)))
                : append(subproof(m - k, leaves.subList(k, n), false), mth(leaves.subList(0, k)));
    }

    /** The largest power of two smaller than n, found by trying. */
    private static int k(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> append(List<Hash> hashes, Hash last) {
        List<Hash> longer = new ArrayList<>(hashes);
        longer.add(last);
        return longer;
    }
}
