package org.modicum.policy.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlogProofTest {
    private static final NoteSigner LOG = NoteSigner.generate("example.ac.uk/modicum", SignatureType.LOG);
    private static final List<NoteKey> KNOWN = List.of(LOG.key());
    private static final int SIZE = 21;
    private static final int INDEX = 13;
    private static final byte[] ENTRY = Trees.entry(INDEX);
    private static final TlogProof PROOF = new TlogProof(
            Optional.of(ENTRY),
            INDEX,
            Trees.path(INDEX, Trees.leaves(SIZE)),
            SignedNote.sign(new Checkpoint(LOG.key().name(), SIZE, Trees.mth(Trees.leaves(SIZE))).text(), LOG));

    @Test
    void aProofReadFromItsTextHolds() {
        TlogProof read = TlogProof.parse(PROOF.text());
        assertThat(read.text()).isEqualTo(PROOF.text());
        assertThat(read.extra()).hasValueSatisfying(extra -> assertThat(extra).isEqualTo(ENTRY));
        assertThat(read.verify(ENTRY, KNOWN).checkpoint().size()).isEqualTo(SIZE);
        assertThat(PROOF.text()).startsWith("c2sp.org/tlog-proof@v1\nextra ZW50cnkgMTM=\nindex 13\n");
    }

    @Test
    void theExtraLineMayBeLeftOutAndTheOnlyEntryNeedsNoPath() {
        SignedNote head = SignedNote.sign(new Checkpoint(LOG.key().name(), 1, MerkleTree.leaf(ENTRY)).text(), LOG);
        TlogProof read = TlogProof.parse(new TlogProof(Optional.empty(), 0, List.of(), head).text());
        assertThat(read.extra()).isEmpty();
        assertThat(read.verify(ENTRY, KNOWN).checkpoint().size()).isOne();
    }

    @Test
    void aProofOfAnotherEntryOrPlaceDoesNotHold() {
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> PROOF.verify(Trees.entry(12), KNOWN))
                .withMessageContaining("not number 13");
        TlogProof moved = new TlogProof(PROOF.extra(), 12, PROOF.path(), PROOF.checkpoint());
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> moved.verify(ENTRY, KNOWN));
        NoteKey stranger =
                NoteSigner.generate(LOG.key().name(), SignatureType.LOG).key();
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> PROOF.verify(ENTRY, List.of(stranger)));
    }

    /** The extra line is the one that nothing vouches for: what is in it is checked as the entry. */
    @Property(tries = 500)
    void noBitOfAProofCanBeChanged(@ForAll @IntRange(max = 100_000) int anyBit) {
        byte[] bytes = PROOF.text().getBytes(UTF_8);
        int bit = anyBit % (bytes.length * Byte.SIZE);
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> {
            TlogProof changed = TlogProof.parse(new String(bytes, UTF_8));
            changed.verify(changed.extra().orElse(new byte[0]), KNOWN);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "c2sp.org/tlog-proof@v1|c2sp.org/tlog-proof@v2",
                "c2sp.org/tlog-proof@v1|c2sp.org/tlog-proof@v1 ",
                "c2sp.org/tlog-proof@v1|c2sp.org",
                "index 13|index 013",
                "index 13|index -13",
                "index 13|index 13 ",
                "index 13|index  13",
                "index 13|index 99999999999999999999",
                "index 13|index",
                "extra ZW50cnkgMTM=|extra ZW50cnkgMTM",
                "extra ZW50cnkgMTM=|extra",
                "extra ZW50cnkgMTM=|index 13",
            })
    void whatIsNoProofIsRefused(String right, String wrong) {
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> TlogProof.parse(PROOF.text().replace(right, wrong)));
    }

    @Test
    void nothingMayStandBeforeOrBehindAProof() {
        for (String text : List.of(" " + PROOF.text(), PROOF.text() + "\n", PROOF.text() + "x", "", "\n\n")) {
            assertThatExceptionOfType(AuditException.class).isThrownBy(() -> TlogProof.parse(text));
        }
    }
}
