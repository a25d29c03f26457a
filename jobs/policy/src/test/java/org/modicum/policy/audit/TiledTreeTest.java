package org.modicum.policy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TiledTreeTest {
    private static final int LARGEST = 300;

    @Test
    void everyInclusionProofUpTo300EntriesIsThatOfTheDefinitionAndHolds() {
        List<Hash> leaves = Trees.leaves(LARGEST);
        for (int size = 1; size <= LARGEST; size++) {
            List<Hash> tree = leaves.subList(0, size);
            TiledTree tiled = new TiledTree(Trees.tiles(size), size);
            Hash root = Trees.mth(tree);
            assertThat(tiled.root()).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<Hash> path = tiled.inclusion(index);
                assertThat(path).isEqualTo(Trees.path(index, tree));
                assertThat(Proofs.includes(leaves.get(index), index, size, path, root))
                        .isTrue();
            }
        }
    }

    @Test
    void everyConsistencyProofUpTo300EntriesIsThatOfTheDefinitionAndHolds() {
        List<Hash> leaves = Trees.leaves(LARGEST);
        List<Hash> roots = new ArrayList<>();
        for (int size = 0; size <= LARGEST; size++) {
            roots.add(Trees.mth(leaves.subList(0, size)));
            TiledTree tiled = new TiledTree(Trees.tiles(size), size);
            for (int first = 0; first <= size; first++) {
                List<Hash> path = tiled.consistency(first);
                assertThat(path).isEqualTo(Trees.proof(first, leaves.subList(0, size)));
                assertThat(Proofs.consistent(first, size, path, roots.get(first), roots.get(size)))
                        .isTrue();
            }
        }
    }

    @Test
    void aTreeOfThreeLevelsOfTilesGivesTheSameProofs() {
        int size = 66_000;
        TiledTree tree = new TiledTree(Trees.tiles(size), size);
        List<Hash> leaves = Trees.leaves(size);
        assertThat(tree.root()).isEqualTo(Trees.mth(leaves));
        for (int index : new int[] {0, 255, 256, 65_535, 65_536, 65_999}) {
            assertThat(tree.inclusion(index)).isEqualTo(Trees.path(index, leaves));
            assertThat(tree.consistency(index)).isEqualTo(Trees.proof(index, leaves));
        }
    }

    /** The example of the specification of tlog-tiles. */
    @Test
    void theTilesAreThoseOfTheSpecification() {
        Map<String, byte[]> tiles = TileGrowth.tiles(Trees.nothing(), 0, Trees.leaves(70_000));
        assertThat(tiles.keySet().stream().filter(path -> path.startsWith("tile/0/")))
                .hasSize(274)
                .contains("tile/0/000", "tile/0/272", "tile/0/273.p/112");
        assertThat(tiles.keySet().stream().filter(path -> !path.startsWith("tile/0/")))
                .containsExactly("tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(TileGrowth.tiles(Trees.nothing(), 0, Trees.leaves(256)).keySet())
                .containsExactly("tile/0/000", "tile/1/000.p/1");
    }

    @Property(tries = 200)
    void aTreeThatGrewInStepsHasTheTilesOfOneThatGrewAtOnce(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 300) Integer> steps) {
        int all = steps.stream().mapToInt(Integer::intValue).sum();
        Map<String, byte[]> grown = new HashMap<>();
        int size = 0;
        for (int step : steps) {
            grown.putAll(TileGrowth.tiles(
                    path -> Optional.ofNullable(grown.get(path)),
                    size,
                    Trees.leaves(all).subList(size, size + step)));
            size += step;
        }
        TileGrowth.tiles(Trees.nothing(), 0, Trees.leaves(all))
                .forEach((path, tile) -> assertThat(grown.get(path)).as(path).isEqualTo(tile));
    }

    @Test
    void aPartialTileIsReadFromTheFullOneOnceItIsGone() {
        TileSource full = Trees.tiles(256);
        assertThat(new TiledTree(full, 100).root()).isEqualTo(Trees.mth(Trees.leaves(100)));
    }

    @Test
    void aTileThatIsMissingOrCutOffGivesNoProof() {
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> new TiledTree(Trees.nothing(), 5).root())
                .withMessageContaining("tile/0/000.p/5");
        TileSource cut = path -> Trees.tiles(5).read(path).map(bytes -> Arrays.copyOf(bytes, bytes.length - 1));
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> new TiledTree(cut, 5).inclusion(0))
                .withMessageContaining("159 bytes");
    }

    @Test
    void thereIsNoProofOfWhatIsNotThere() {
        TiledTree tree = new TiledTree(Trees.tiles(5), 5);
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(6));
        assertThatIllegalArgumentException().isThrownBy(() -> new TiledTree(Trees.nothing(), -1));
    }

    @Test
    void pathsAreThoseOfTheSpecification() {
        assertThat(TilePath.tile(3, 1_234_067, 256)).isEqualTo("tile/3/x001/x234/067");
        assertThat(TilePath.tile(0, 1_000, 12)).isEqualTo("tile/0/x001/000.p/12");
        assertThat(TilePath.entries(0, 256)).isEqualTo("tile/entries/000");
        assertThatIllegalArgumentException().isThrownBy(() -> TilePath.entries(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TilePath.entries(0, 257));
    }
}
