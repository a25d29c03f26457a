package org.modicum.policy.audit;

import java.util.List;

/** What an auditor works out from a proof. Nothing here needs the log. */
public final class Proofs {

    private Proofs() {}

    /**
     * Whether a leaf is at its place in a tree: RFC 9162 section 2.1.3.2.
     *
     * @param leaf hash of the entry, {@link MerkleTree#leaf}
     * @param index its place, from 0
     * @param size leaves of the tree
     * @param path hashes from the leaf's sibling to the root's child
     */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1; // place of the last node of the level that place is on
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(place) || place == last) {
                hash = MerkleTree.node(sibling, hash);
                int up = Long.numberOfTrailingZeros(place);
                place >>>= up;
                last >>>= up;
            } else {
                hash = MerkleTree.node(hash, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /**
     * Whether the first tree is the beginning of the second: RFC 9162 section 2.1.4.2. A tree is consistent with itself,
     * and the empty tree with every tree; both proofs are empty.
     */
    public static boolean consistent(long first, long second, List<Hash> path, Hash firstRoot, Hash secondRoot) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && firstRoot.equals(secondRoot) && (first > 0 || firstRoot.equals(MerkleTree.EMPTY));
        }
        if (first == 0) {
            return path.isEmpty() && firstRoot.equals(MerkleTree.EMPTY);
        }
        if (path.isEmpty()) {
            return false;
        }
        boolean whole = Long.bitCount(first) == 1;
        int common = Long.numberOfTrailingZeros(first);
        long place = (first - 1) >>> common;
        long last = (second - 1) >>> common;
        Hash older = whole ? firstRoot : path.get(0);
        Hash newer = older;
        for (Hash sibling : whole ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if (isRight(place) || place == last) {
                older = MerkleTree.node(sibling, older);
                newer = MerkleTree.node(sibling, newer);
                int up = Long.numberOfTrailingZeros(place);
                place >>>= up;
                last >>>= up;
            } else {
                newer = MerkleTree.node(newer, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && older.equals(firstRoot) && newer.equals(secondRoot);
    }

    private static boolean isRight(long place) {
        return (place & 1) == 1;
    }
}
