package org.modicum.policy.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    /** The example of the specification of tlog-checkpoint. */
    private static final String EXAMPLE = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

    private static final NoteSigner LOG = NoteSigner.generate("example.com/behind-the-sofa", SignatureType.LOG);
    private static final NoteSigner WITNESS = NoteSigner.generate("dpo.example.com", SignatureType.WITNESS);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void theExampleOfTheSpecificationIsReadAndWritten() {
        Checkpoint checkpoint = Checkpoint.parse(EXAMPLE);
        assertThat(checkpoint).isEqualTo(new Checkpoint("example.com/behind-the-sofa", 20_852_163, Hash.parse(ROOT)));
        assertThat(checkpoint.text()).isEqualTo(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n1\n" + ROOT,
                "a\n1\n" + ROOT + "\nextension\n",
                "a\n1\n" + ROOT + "\n\n",
                "\n1\n" + ROOT + "\n",
                "a b\n1\n" + ROOT + "\n",
                "a\n01\n" + ROOT + "\n",
                "a\n+1\n" + ROOT + "\n",
                "a\n-1\n" + ROOT + "\n",
                "a\n1 \n" + ROOT + "\n",
                "a\n1.0\n" + ROOT + "\n",
                "a\n0\n" + ROOT + "\n",
                "a\n9223372036854775808\n" + ROOT + "\n",
                "a\n99999999999999999999\n" + ROOT + "\n",
                "a\n\u0661\n" + ROOT + "\n",
                "a\n1\n" + "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "a\n1\nAAAA\n",
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> Checkpoint.parse(text));
    }

    @Test
    void aCheckpointOfAnotherLogIsNotOurs() {
        NoteSigner other = NoteSigner.generate("example.com/elsewhere", SignatureType.LOG);
        SignedNote note = SignedNote.sign(EXAMPLE, other);
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> SignedCheckpoint.open(note, List.of(LOG.key(), other.key())))
                .withMessageContaining("not signed by a known key of that log");
        NoteSigner sameName = NoteSigner.generate(LOG.key().name(), SignatureType.LOG);
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> SignedCheckpoint.open(SignedNote.sign(EXAMPLE, sameName), List.of(LOG.key())));
    }

    @Test
    void aWitnessesCosignatureIsFoundWithItsTime() {
        SignedNote note = Cosignature.add(SignedNote.sign(EXAMPLE, LOG), WITNESS, NOON.plusMillis(700));
        SignedNote read = SignedNote.parse(note.encoded());
        assertThat(SignedCheckpoint.open(read, List.of(LOG.key(), WITNESS.key()))
                        .cosignatures())
                .containsExactly(new Cosignature(WITNESS.key(), NOON));
        assertThat(SignedCheckpoint.open(read, List.of(LOG.key())).cosignatures())
                .isEmpty();
    }

    @Test
    void aWitnessAloneDoesNotMakeACheckpoint() {
        SignedNote both = Cosignature.add(SignedNote.sign(EXAMPLE, LOG), WITNESS, NOON);
        SignedNote alone = new SignedNote(EXAMPLE, List.of(both.signatures().get(1)));
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> SignedCheckpoint.open(alone, List.of(LOG.key(), WITNESS.key())));
    }

    @Test
    void theTimeOfACosignatureCannotBeChanged() {
        SignedNote note = Cosignature.add(SignedNote.sign(EXAMPLE, LOG), WITNESS, NOON);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            byte[] bytes = note.signatures().get(1).bytes();
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            SignedNote changed = SignedNote.sign(EXAMPLE, LOG)
                    .with(new NoteSignature(WITNESS.key().name(), WITNESS.key().id(), bytes));
            assertThatExceptionOfType(AuditException.class)
                    .isThrownBy(() -> SignedCheckpoint.open(changed, List.of(LOG.key(), WITNESS.key())));
        }
    }

    @Test
    void aWitnessSignsATimeAndACheckpointAndNothingElse() {
        String message = "cosignature/v1\ntime 0\n" + EXAMPLE;
        assertThat(new String(Cosignature.message(EXAMPLE, 0), UTF_8)).isEqualTo(message);
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> Cosignature.add(SignedNote.sign("no checkpoint\n", LOG), WITNESS, NOON));
    }
}
