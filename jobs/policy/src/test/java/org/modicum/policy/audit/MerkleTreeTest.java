package org.modicum.policy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MerkleTreeTest {

    /** The leaves of the test tree of Certificate Transparency, which every implementation of RFC 6962 has. */
    private static final List<Hash> KNOWN = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(MerkleTree::leaf)
            .toList();

    @ParameterizedTest
    @CsvFileSource(resources = "rfc6962-roots.csv", useHeadersInDisplayName = true)
    void theRootsAreThoseThatEverybodyHas(int size, String root) {
        assertThat(MerkleTree.root(KNOWN.subList(0, size)).hex()).isEqualTo(root);
    }

    @Test
    void aNodeCannotBePassedOffAsALeaf() {
        byte[] both = new byte[2 * Hash.BYTES];
        System.arraycopy(KNOWN.get(0).bytes(), 0, both, 0, Hash.BYTES);
        System.arraycopy(KNOWN.get(1).bytes(), 0, both, Hash.BYTES, Hash.BYTES);
        assertThat(MerkleTree.leaf(both)).isNotEqualTo(MerkleTree.node(KNOWN.get(0), KNOWN.get(1)));
    }

    @Test
    void aHashIsItsBytes() {
        byte[] bytes = KNOWN.get(3).bytes();
        Hash hash = new Hash(bytes);
        bytes[0]++;
        hash.bytes()[1]++;
        assertThat(hash).isEqualTo(KNOWN.get(3)).hasSameHashCodeAs(KNOWN.get(3));
        assertThat(hash).isNotEqualTo(new Hash(bytes)).hasToString(hash.hex());
        assertThat(Hash.parse(hash.base64())).isEqualTo(hash);
    }
}
