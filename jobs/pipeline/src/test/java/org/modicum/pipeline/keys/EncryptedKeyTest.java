package org.modicum.pipeline.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;

class EncryptedKeyTest {
    private static final byte[] MESSAGE = {1, 2, 3};
    private static final String PASSPHRASE = "a long walk by the sea";

    /** {@code openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256 -iter 2048} of a key made for this test. */
    private static final String OPENSSL = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhc9kjPTzafGgICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEATiUkaWVGbj6sv24r3JrioEQCUU
            iuddJ9PnS9IGYy9Y7dKHX+GGiZ/xbCNNRR4Mt+oAUxA3dBE/p1zetBJ5GhXzZkDd
            WD8QCrF8smaxFXbw79Y=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    private static final String OPENSSL_PUBLIC =
            "302a300506032b6570032100bfc6a8885e81dd56ecc4503250a5e9e5c0edcecb8e73e142a7f30581ad583f18";

    @Test
    void aKeyThatOpensslEncryptedIsRead() throws GeneralSecurityException {
        PrivateKey key = EncryptedKey.decrypt(OPENSSL, PASSPHRASE.toCharArray(), "test");
        PublicKey expected = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(OPENSSL_PUBLIC)));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(MESSAGE);
        byte[] signed = signature.sign();
        signature.initVerify(expected);
        signature.update(MESSAGE);
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void whatWasEncryptedComesBackAndLooksDifferentEachTime() throws GeneralSecurityException {
        PrivateKey key =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();

        String once = EncryptedKey.encrypt(key, PASSPHRASE.toCharArray());
        String again = EncryptedKey.encrypt(key, PASSPHRASE.toCharArray());

        assertThat(once).isNotEqualTo(again);
        assertThat(EncryptedKey.decrypt(once, PASSPHRASE.toCharArray(), "test").getEncoded())
                .isEqualTo(key.getEncoded());
    }

    @Test
    void aWrongPassphraseOrAChangedFileIsRefusedWithoutShowingEither() {
        for (String wrong : new String[] {"another passphrase", "", "é"}) {
            assertRefused(OPENSSL, wrong);
        }
        assertRefused(OPENSSL.replace("iuddJ9", "juddJ9").replace("WD8QCrF8", "XD8QCrF8"), PASSPHRASE);
        assertRefused(OPENSSL.substring(0, 200), PASSPHRASE);
        assertRefused("", PASSPHRASE);
    }

    private static void assertRefused(String pem, String passphrase) {
        assertThatExceptionOfType(ExitException.class)
                .isThrownBy(() -> EncryptedKey.decrypt(pem, passphrase.toCharArray(), "dpo.key"))
                .withMessageContaining("dpo.key")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ExitCode.NOT_PERMITTED))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("another"));
    }
}
