package org.modicum.policy.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The example of the specification of signed-note. */
    private static final NoteKey FOO =
            NoteKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

    private static final String FOO_NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    /** The example of the documentation of golang.org/x/mod/sumdb/note. */
    private static final NoteKey NEUMANN =
            NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    private static final String NEUMANN_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final NoteSigner LOG = NoteSigner.generate("example.ac.uk/modicum", SignatureType.LOG);
    private static final NoteSigner OTHER = NoteSigner.generate("example.ac.uk/other", SignatureType.LOG);
    private static final String TEXT = "one\n\ntwo\n";

    @Test
    void theExamplesOfOthersHold() {
        assertThat(SignedNote.parse(FOO_NOTE).verified(List.of(NEUMANN, FOO))).containsExactly(FOO);
        assertThat(SignedNote.parse(FOO_NOTE).text()).isEqualTo("This is an example message.\n");
        assertThat(SignedNote.parse(NEUMANN_NOTE).verified(List.of(NEUMANN))).containsExactly(NEUMANN);
    }

    @Test
    void aNoteIsWrittenAsItWasRead() {
        assertThat(SignedNote.parse(FOO_NOTE).encoded()).isEqualTo(FOO_NOTE);
        SignedNote own = SignedNote.sign(TEXT, LOG);
        assertThat(SignedNote.parse(own.encoded())).isEqualTo(own);
        assertThat(own.text()).isEqualTo(TEXT);
    }

    @Test
    void aSignatureOfAnUnknownKeyCountsForNothing() {
        SignedNote note = SignedNote.sign(TEXT, OTHER).with(LOG.sign(TEXT));
        assertThat(note.verified(List.of(LOG.key()))).containsExactly(LOG.key());
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> SignedNote.sign(TEXT, OTHER).verified(List.of(LOG.key())))
                .withMessageContaining("None of the known keys");
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> note.verified(List.of()));
    }

    @Test
    void aSignatureOfAKnownKeyThatDoesNotHoldSpoilsTheNote() {
        SignedNote note = SignedNote.sign(TEXT, OTHER).with(LOG.sign("another text\n"));
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> note.verified(List.of(OTHER.key(), LOG.key())))
                .withMessageContaining("was changed");
        NoteSignature cut = new NoteSignature(LOG.key().name(), LOG.key().id(), new byte[63]);
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> SignedNote.sign(TEXT, OTHER).with(cut).verified(List.of(OTHER.key(), LOG.key())));
    }

    @Test
    void aKeyOfTheSameNameOrIdAloneIsAnotherKey() {
        NoteSignature own = LOG.sign(TEXT);
        SignedNote renamed = new SignedNote(TEXT, List.of(new NoteSignature("else", own.keyId(), own.bytes())));
        SignedNote otherId = new SignedNote(TEXT, List.of(new NoteSignature(own.name(), own.keyId() + 1, own.bytes())));
        for (SignedNote note : List.of(renamed, otherId)) {
            assertThatExceptionOfType(AuditException.class)
                    .isThrownBy(() -> note.verified(List.of(LOG.key())))
                    .withMessageContaining("None of the known keys");
        }
    }

    @Property(tries = 300)
    void noBitOfANoteCanBeChanged(@ForAll @IntRange(max = 100_000) int anyBit) {
        byte[] bytes = FOO_NOTE.getBytes(UTF_8);
        int bit = anyBit % (bytes.length * Byte.SIZE);
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> SignedNote.parse(bytes).verified(List.of(FOO)));
    }

    @Test
    void noCutOffNoteIsANote() {
        byte[] bytes = FOO_NOTE.getBytes(UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(AuditException.class)
                    .isThrownBy(() -> SignedNote.parse(cut).verified(List.of(FOO)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n\n",
                "te\u0001xt\n\n\u2014 a AAAAAAE=\n",
                "te\rxt\n\n\u2014 a AAAAAAE=\n",
                "te\txt\n\n\u2014 a AAAAAAE=\n",
                "text\n\n- a AAAAAAE=\n",
                "text\n\n\u2014 a AAAAAAE=",
                "text\n\n\u2014 a AAAAAAE=\r\n",
                "text\n\n\u2014 a  AAAAAAE=\n",
                "text\n\n\u2014 a AAAAAAE= \n",
                "text\n\n\u2014 a AAAAAA==\n",
                "text\n\n\u2014 a AAAAAAE\n",
                "text\n\n\u2014 a AAAAAAF=\n",
                "text\n\n\u2014 a AAAA-AE=\n",
                "text\n\n\u2014 a+b AAAAAAE=\n",
                "text\n\n\u2014 a\u00a0b AAAAAAE=\n",
                "text\n\n\u2014  AAAAAAE=\n",
                "\ufefftext\n\u2014 a AAAAAAE=\n",
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> SignedNote.parse(text));
    }

    @Test
    void aNoteMayHaveManySignaturesButNotAnyNumber() {
        SignedNote note = SignedNote.sign(TEXT, LOG);
        while (note.signatures().size() < SignedNote.MOST_SIGNATURES) {
            note = note.with(OTHER.sign(TEXT));
        }
        SignedNote full = SignedNote.parse(note.encoded());
        assertThat(full.verified(List.of(LOG.key(), LOG.key()))).containsExactly(LOG.key());
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> full.with(OTHER.sign(TEXT)));
        byte[] huge = new byte[2 << 20];
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> SignedNote.parse(huge));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] bytes = FOO_NOTE.getBytes(UTF_8);
        bytes[0] = (byte) 0xff;
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> SignedNote.parse(bytes))
                .withMessageContaining("UTF-8");
    }

    @Test
    void aKeySignsForItsPurposeAlone() {
        NoteSigner witness = NoteSigner.generate("witness", SignatureType.WITNESS);
        assertThatIllegalStateException().isThrownBy(() -> witness.sign(TEXT));
        assertThatIllegalStateException().isThrownBy(() -> LOG.cosign(TEXT, Instant.EPOCH));
        assertThat(LOG).hasToString("NoteSigner[example.ac.uk/modicum, hidden]");
    }
}
