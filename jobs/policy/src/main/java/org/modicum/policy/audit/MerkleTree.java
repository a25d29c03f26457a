package org.modicum.policy.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The hashes of a Merkle tree (RFC 6962 section 2.1, RFC 9162 section 2.1.1). Leaves and inner nodes are hashed with
 * different first bytes, so that neither can be passed off as the other.
 */
public final class MerkleTree {

    /** The root of the tree without leaves: the hash of nothing. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    public static Hash leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes());
        return new Hash(digest.digest(right.bytes()));
    }

    /** The root over hashes of leaves, or over roots of complete subtrees of the same size. */
    public static Hash root(List<Hash> hashes) {
        if (hashes.isEmpty()) {
            return EMPTY;
        }
        if (hashes.size() == 1) {
            return hashes.get(0);
        }
        int left = (int) split(hashes.size());
        return node(root(hashes.subList(0, left)), root(hashes.subList(left, hashes.size())));
    }

    /** The largest power of two below {@code size}, which is at least 2: how many leaves are on the left. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have", e);
        }
    }
}
