package org.modicum.pipeline.approver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.keys.EncryptedKey;
import org.modicum.policy.signature.Ed25519Key;
import org.modicum.policy.signature.Ed25519Signer;

class KeyFileTest {
    private static final char[] PASSPHRASE = "pässword für niemand".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void whatIsMadeOpensWithThePassphraseAlone() {
        Path file = folder.resolve("key");
        Ed25519Key key = KeyFile.make(file, PASSPHRASE);
        Ed25519Signer signer = KeyFile.open(file, PASSPHRASE);
        assertThat(signer.key()).isEqualTo(key);
        assertThat(key.verifies(new byte[] {1}, signer.sign(new byte[] {1}))).isTrue();
        assertThat(signer.toString()).contains("hidden");
        refused(ExitCode.NOT_PERMITTED, () -> KeyFile.open(file, "another passphrase".toCharArray()));
    }

    @Test
    void aKeyIsNeverOverwritten() {
        Path file = folder.resolve("key");
        KeyFile.make(file, PASSPHRASE);
        refused(ExitCode.USAGE, () -> KeyFile.make(file, PASSPHRASE));
    }

    @Test
    void aKeyThatOthersCanReadIsNotOpened() throws IOException {
        Path file = folder.resolve("key");
        KeyFile.make(file, PASSPHRASE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        refused(ExitCode.NOT_PERMITTED, () -> KeyFile.open(file, PASSPHRASE));
    }

    @Test
    void twoHalvesOfDifferentKeysAreRefused() throws IOException {
        Path file = folder.resolve("key");
        KeyFile.make(file, PASSPHRASE);
        Ed25519Key other = Ed25519Signer.of(Ed25519Signer.generate()).key();
        Files.writeString(folder.resolve("key.pub"), other.line());
        refused(ExitCode.NOT_PERMITTED, () -> KeyFile.open(file, PASSPHRASE));
    }

    @Test
    void aPublicKeyThatProvesNothingIsRefused() {
        byte[] identity = new byte[32];
        identity[0] = 1;
        refused(
                ExitCode.NOT_PERMITTED,
                () -> KeyFile.readPublic("ed25519 " + Base64.getEncoder().encodeToString(identity)));
        refused(
                ExitCode.NO_INPUT,
                () -> KeyFile.readPublic(folder.resolve("none").toString()));
    }

    @Test
    void theFileHasNothingOfTheKeyInTheClear() throws IOException {
        KeyPair pair = Ed25519Signer.generate();
        byte[] plain = pair.getPrivate().getEncoded();
        byte[] der = Base64.getMimeDecoder()
                .decode(EncryptedKey.encrypt(pair.getPrivate(), PASSPHRASE).replaceAll("-----.*", ""));
        for (int from = 0; from + 8 <= plain.length; from++) {
            String piece = new String(plain, from, 8, ISO_8859_1);
            assertThat(new String(der, ISO_8859_1)).doesNotContain(piece);
        }
    }

    @Test
    void damagedOrForeignFilesAreNoKeys() {
        String pem = EncryptedKey.encrypt(Ed25519Signer.generate().getPrivate(), PASSPHRASE);
        for (String other :
                List.of("", "x", pem.replace("ENCRYPTED ", ""), pem.replaceFirst("M", "N"), pem.substring(40))) {
            refused(ExitCode.NOT_PERMITTED, () -> EncryptedKey.decrypt(other, PASSPHRASE, "key"));
        }
    }

    @Test
    void openSslReadsTheKeyAndSaysHowItIsProtected() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")));
        Path file = folder.resolve("key");
        Ed25519Key key = KeyFile.make(file, PASSPHRASE);
        Path passphrase = Files.writeString(folder.resolve("passphrase"), new String(PASSPHRASE) + "\n");
        String text = openssl("pkey", "-in", file.toString(), "-passin", "file:" + passphrase, "-noout", "-text_pub");
        assertThat(text.replaceAll("[^0-9a-f]", "")).contains(HexFormat.of().formatHex(key.bytes()));
        String structure = openssl("asn1parse", "-in", file.toString());
        assertThat(structure).contains("PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc", ":0927C0");
        assertThat(Integer.parseInt("0927C0", 16)).isEqualTo(EncryptedKey.ITERATIONS);
    }

    @Test
    void aPassphraseComesFromAFileDescriptor() throws IOException {
        Path file = Files.writeString(folder.resolve("passphrase"), "a long pässphrase\nsecond line\n", UTF_8);
        try (FileInputStream open = new FileInputStream(file.toFile())) {
            assertThat(open.available()).isPositive();
            int descriptor = descriptorOf(file);
            assertThat(new String(Passphrase.existing(descriptor))).isEqualTo("a long pässphrase");
            assertThat(new String(Passphrase.chosen(descriptor))).isEqualTo("a long pässphrase");
        }
        refused(ExitCode.USAGE, () -> Passphrase.existing(4095));
    }

    @Test
    void aShortPassphraseIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("passphrase"), "short\n");
        try (FileInputStream open = new FileInputStream(file.toFile())) {
            assertThat(open.available()).isPositive();
            int descriptor = descriptorOf(file);
            refused(ExitCode.USAGE, () -> Passphrase.chosen(descriptor));
        }
    }

    private static int descriptorOf(Path file) throws IOException {
        Path all = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(all));
        try (Stream<Path> links = Files.list(all)) {
            for (Path link : links.toList()) {
                if (Files.exists(link) && Files.isSameFile(link, file)) {
                    return Integer.parseInt(link.getFileName().toString());
                }
            }
        }
        throw new IllegalStateException("The file is not open");
    }

    private static String openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    private static void refused(ExitCode code, ThrowingCallable work) {
        assertThatExceptionOfType(ExitException.class)
                .isThrownBy(work)
                .satisfies(exit -> assertThat(exit.code()).isEqualTo(code));
    }
}
