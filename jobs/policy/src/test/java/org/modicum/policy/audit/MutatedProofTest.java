package org.modicum.policy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways in which a proof can be wrong that the vectors of transparency-dev/merkle try, for every size. */
class MutatedProofTest {
    private static final int LARGEST = 70;
    private static final List<Hash> LEAVES = Trees.leaves(LARGEST);
    private static final Hash GARBAGE = MerkleTree.leaf(new byte[] {1, 2, 3});

    private static Hash root(int size) {
        return Trees.mth(LEAVES.subList(0, size));
    }

    @Test
    void noMutatedInclusionProofHolds() {
        for (int size = 1; size <= LARGEST; size++) {
            Hash root = root(size);
            for (int index = 0; index < size; index++) {
                List<Hash> path = Trees.path(index, LEAVES.subList(0, size));
                Hash leaf = LEAVES.get(index);
                for (List<Hash> wrong : mutations(path, root, leaf)) {
                    assertThat(Proofs.includes(leaf, index, size, wrong, root)).isFalse();
                }
                for (long other : wrongNumbers(index)) {
                    assertThat(Proofs.includes(leaf, other, size, path, root)).isFalse();
                }
                for (Hash other : wrongHashes(leaf)) {
                    assertThat(Proofs.includes(other, index, size, path, root)).isFalse();
                }
                for (Hash other : wrongHashes(root)) {
                    assertThat(Proofs.includes(leaf, index, size, path, other)).isFalse();
                }
                if (!leaf.equals(root)) {
                    assertThat(Proofs.includes(root, index, size, path, leaf)).isFalse();
                }
                for (long other : wrongNumbers(size)) {
                    if (!steps(index, other).equals(steps(index, size))) {
                        assertThat(Proofs.includes(leaf, index, other, path, root))
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void noMutatedConsistencyProofHolds() {
        for (int size = 1; size <= LARGEST; size++) {
            Hash newer = root(size);
            for (int first = 1; first <= size; first++) {
                Hash older = root(first);
                List<Hash> path = Trees.proof(first, LEAVES.subList(0, size));
                for (List<Hash> wrong : mutations(path, older, newer)) {
                    assertThat(Proofs.consistent(first, size, wrong, older, newer))
                            .isFalse();
                }
                for (Hash other : wrongHashes(older)) {
                    assertThat(Proofs.consistent(first, size, path, other, newer))
                            .isFalse();
                }
                for (Hash other : wrongHashes(newer)) {
                    assertThat(Proofs.consistent(first, size, path, older, other))
                            .isFalse();
                }
                if (first < size) {
                    assertThat(Proofs.consistent(first, size, path, newer, older))
                            .isFalse();
                    assertThat(Proofs.consistent(size, first, path, newer, older))
                            .isFalse();
                }
                assertThat(Proofs.consistent(-first, size, path, older, newer)).isFalse();
                assertThat(Proofs.consistent(first, -size, path, older, newer)).isFalse();
                assertThat(Proofs.consistent(first, (long) size * size * 2, path, older, newer))
                        .isFalse();
                assertThat(Proofs.consistent(first, Long.MAX_VALUE, path, older, newer))
                        .isFalse();
            }
        }
    }

    /** Some wrong sizes give the same proof; the roots, which the signature ties to their sizes, do not allow it. */
    @Test
    void aWrongFirstSizeNeverFitsTheRootOfThatSize() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int first = 1; first <= size; first++) {
                List<Hash> path = Trees.proof(first, LEAVES.subList(0, size));
                for (int other = 1; other <= size; other++) {
                    if (other != first) {
                        assertThat(Proofs.consistent(other, size, path, root(other), root(size)))
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void theEmptyTreeIsTheBeginningOfEveryTreeWithoutAProof() {
        Hash newer = root(5);
        assertThat(Proofs.consistent(0, 5, List.of(), MerkleTree.EMPTY, newer)).isTrue();
        assertThat(Proofs.consistent(0, 0, List.of(), MerkleTree.EMPTY, MerkleTree.EMPTY))
                .isTrue();
        assertThat(Proofs.consistent(0, 0, List.of(), newer, newer)).isFalse();
        assertThat(Proofs.consistent(0, 5, List.of(GARBAGE), MerkleTree.EMPTY, newer))
                .isFalse();
        assertThat(Proofs.consistent(0, 5, List.of(), newer, newer)).isFalse();
        assertThat(Proofs.includes(GARBAGE, 0, 0, List.of(), MerkleTree.EMPTY)).isFalse();
    }

    @Test
    void hugeSizesNeitherOverflowNorHold() {
        List<Hash> path = new ArrayList<>();
        for (int i = 0; i < 63; i++) {
            path.add(GARBAGE);
            for (long index : new long[] {0, 1, Long.MAX_VALUE - 1, 1L << 62, Long.MIN_VALUE, -1}) {
                assertThat(Proofs.includes(GARBAGE, index, Long.MAX_VALUE, path, GARBAGE))
                        .isFalse();
                assertThat(Proofs.consistent(index, Long.MAX_VALUE, path, GARBAGE, GARBAGE))
                        .isFalse();
            }
        }
    }

    private static List<List<Hash>> mutations(List<Hash> path, Hash... roots) {
        List<List<Hash>> wrong = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            for (Hash other : wrongHashes(path.get(i))) {
                List<Hash> changed = new ArrayList<>(path);
                changed.set(i, other);
                wrong.add(changed);
            }
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            wrong.add(shorter);
        }
        List<Hash> extra = new ArrayList<>(List.of(roots));
        extra.add(GARBAGE);
        if (!path.isEmpty()) {
            extra.add(path.get(0));
            wrong.add(List.of());
        }
        for (Hash hash : extra) {
            List<Hash> before = new ArrayList<>(path);
            before.add(0, hash);
            wrong.add(before);
            List<Hash> after = new ArrayList<>(path);
            after.add(hash);
            wrong.add(after);
        }
        return wrong;
    }

    private static List<Hash> wrongHashes(Hash right) {
        byte[] first = right.bytes();
        first[0] ^= 0x10;
        byte[] last = right.bytes();
        last[Hash.BYTES - 1] ^= 1;
        return List.of(new Hash(first), new Hash(last), new Hash(new byte[Hash.BYTES]), MerkleTree.EMPTY);
    }

    private static long[] wrongNumbers(long right) {
        return new long[] {
            right + 1, right - 1, right ^ 2, right * right + 2, right + (1L << 62), -right - 1, Long.MAX_VALUE
        };
    }

    /** Which sides the path goes: sizes for which they are the same cannot be told apart without their roots. */
    private static String steps(long index, long size) {
        StringBuilder sides = new StringBuilder();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            sides.append(index < middle ? 'l' : 'r');
            if (index < middle) {
                to = middle;
            } else {
                from = middle;
            }
        }
        return sides.reverse().toString();
    }
}
