package org.modicum.policy.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteKeyTest {
    private static final String FOO = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    @Test
    void theTextFormLeadsBackToTheKey() {
        assertThat(NoteKey.parse(FOO).vkey()).isEqualTo(FOO);
        for (SignatureType type : SignatureType.values()) {
            NoteKey key = NoteSigner.generate("a", type).key();
            assertThat(NoteKey.parse(key.vkey())).isEqualTo(key).hasToString(key.vkey());
        }
    }

    @Test
    void theSameKeyForAnotherPurposeHasAnotherId() {
        NoteKey key = NoteKey.parse(FOO);
        assertThat(new NoteKey(key.name(), SignatureType.WITNESS, key.bytes()).id())
                .isNotEqualTo(key.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U==",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
            })
    void aKeyThatIsNotItsOwnIsRefused(String vkey) {
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> NoteKey.parse(vkey));
    }

    /** With those that the JDK accepts, one signature that anybody can write down holds for some or all messages. */
    @ParameterizedTest
    @CsvFileSource(resources = "small-order.csv", useHeadersInDisplayName = true)
    void aKeyThatProvesNothingIsRefused(String key, boolean forgeable) throws GeneralSecurityException {
        byte[] raw = HexFormat.of().parseHex(key);
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> new NoteKey("log", SignatureType.LOG, raw))
                .withMessageContaining("small order or not canonical");
        assertThat(hasForgery(raw)).isEqualTo(forgeable);
    }

    @Test
    void aKeyOfAnotherLengthOrOffTheCurveIsRefused() {
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> new NoteKey("log", SignatureType.LOG, new byte[31]));
        byte[] two = new byte[32];
        two[0] = 2;
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> new NoteKey("log", SignatureType.LOG, two))
                .withMessageContaining("no point");
    }

    @Test
    void theHalvesOfAKeyMustBelongTogether() throws GeneralSecurityException {
        KeyPairGenerator ed25519 = KeyPairGenerator.getInstance("Ed25519");
        KeyPair one = ed25519.generateKeyPair();
        KeyPair mixed = new KeyPair(ed25519.generateKeyPair().getPublic(), one.getPrivate());
        assertThat(NoteSigner.of("log", SignatureType.LOG, one).key().name()).isEqualTo("log");
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> NoteSigner.of("log", SignatureType.LOG, mixed))
                .withMessageContaining("does not belong");
        KeyPair other = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> NoteSigner.of("log", SignatureType.LOG, other));
    }

    private static boolean hasForgery(byte[] raw) throws GeneralSecurityException {
        byte[] identity = new byte[64];
        identity[0] = 1;
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of()
                            .parseHex(
                                    "302a300506032b6570032100" + HexFormat.of().formatHex(raw))));
            for (int i = 0; i < 200; i++) {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(key);
                signature.update(("message " + i).getBytes(UTF_8));
                if (signature.verify(identity)) {
                    return true;
                }
            }
            return false;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
