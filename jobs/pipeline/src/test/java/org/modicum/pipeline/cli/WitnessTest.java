package org.modicum.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second party signs the log's head, and only if it continues what it signed before. */
class WitnessTest {
    private static final String PASSPHRASE = "a long walk by the sea";

    @TempDir
    Path folder;

    private LoggedSite site;
    private Path key;
    private Path kept;
    private String vkey;

    @BeforeEach
    void aWitnessWhoHasSignedOnce() throws IOException {
        site = new LoggedSite(Files.createDirectories(folder.resolve("site")));
        key = folder.resolve("witness.key");
        kept = folder.resolve("kept");
        Ran made = with(PASSPHRASE, "keygen", "--name", "dpo.example.ac.uk", "--out", key.toString());
        assertThat(made.code()).as(made.err()).isZero();
        vkey = made.out().strip();
        Ran first = witness(PASSPHRASE, "--first", "--out", kept.toString());
        assertThat(first.code()).as(first.err()).isZero();
    }

    @Test
    void theKeyIsForTheOwnerAloneAndUnderThePassphrase() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key))
                .startsWith(vkey + "\n")
                .contains("ENCRYPTED")
                .doesNotContain(PASSPHRASE);
        assertThat(with(PASSPHRASE, "keygen", "--name", "again", "--out", key.toString())
                        .code())
                .isEqualTo(64);
        assertThat(with("too short", "keygen", "--name", "x", "--out", folder.resolve("short") + "")
                        .code())
                .isEqualTo(64);
        assertThat(folder.resolve("short")).doesNotExist();
    }

    @Test
    void aLogThatGrewIsSignedAndAuditorsCanAskForThatSignature() throws IOException {
        site.settingsChanged("r2");

        Ran ran = witness(PASSPHRASE, "--since", kept.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("4 entries", "continues that of 3");
        assertThat(Files.readString(kept)).contains("\n4\n", "dpo.example.ac.uk");
        assertThat(verifySince("--witness-key", vkey).code()).isZero();
    }

    @Test
    void aCheckpointThatThisWitnessDidNotSignIsNotTakenForHers() throws IOException {
        Ran other = with(PASSPHRASE, "keygen", "--name", "council", "--out", folder.resolve("other.key") + "");

        Ran ran = verifySince("--witness-key", other.out().strip());

        assertThat(ran.code()).isEqualTo(77);
        assertThat(ran.err()).contains("council did not sign it");
    }

    @Test
    void aRewrittenLogIsNotSignedAndTheKeptCheckpointStays() throws IOException {
        Path beginning = site.copy("beginning");
        site.settingsChanged("what happened");
        assertThat(witness(PASSPHRASE, "--since", kept.toString()).code()).isZero();
        byte[] signed = Files.readAllBytes(kept);
        site.rewriteSince(beginning);

        Ran truncated = witness(PASSPHRASE, "--since", kept.toString());
        site.settingsChanged("what did not happen");
        Ran rewritten = witness(PASSPHRASE, "--since", kept.toString());

        assertThat(truncated.code()).isEqualTo(77);
        assertThat(truncated.out()).contains("TRUNCATED: ");
        assertThat(rewritten.code()).isEqualTo(77);
        assertThat(rewritten.out()).contains("REWRITTEN: ");
        assertThat(Files.readAllBytes(kept)).isEqualTo(signed);
    }

    @Test
    void howFarAWitnessHasSeenTheLogIsEnteredOnce() throws IOException {
        Ran entered = entered(vkey);
        Ran again = entered(vkey);

        assertThat(entered.code()).as(entered.err()).isZero();
        assertThat(entered.out()).contains("dpo.example.ac.uk signed the log with 3 entries", "in the log now");
        assertThat(again.out()).contains("in the log already");
        assertThat(Ran.command("audit", "show", "--log", site.log() + "", "--kind", "checkpoint_witnessed")
                        .out())
                .containsOnlyOnce("checkpoint_witnessed")
                .contains("size=3");
    }

    @Test
    void aCheckpointOfAnotherPastOrOfAnotherWitnessIsNotEntered() throws IOException {
        Ran other = with(PASSPHRASE, "keygen", "--name", "council", "--out", folder.resolve("other.key") + "");
        assertThat(entered(other.out().strip()).code()).isEqualTo(77);
        Path beginning = site.copy("beginning");
        site.settingsChanged("what happened");
        assertThat(witness(PASSPHRASE, "--since", kept.toString()).code()).isZero();
        site.rewriteSince(beginning);
        site.settingsChanged("what did not happen");

        Ran ran = entered(vkey);

        assertThat(ran.code()).isEqualTo(77);
        assertThat(ran.err()).contains("does not continue the checkpoint in " + kept);
    }

    private Ran entered(String witnessKey) {
        return Ran.command(
                "--config",
                site.config().toString(),
                "audit",
                "checkpoint",
                "--witnessed",
                kept.toString(),
                "--witness-key",
                witnessKey);
    }

    @Test
    void aDamagedLogIsNotSigned() throws IOException {
        Path tile = site.log().resolve("tile/0/000.p/3");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[5] ^= 1;
        Files.write(tile, bytes);

        assertThat(witness(PASSPHRASE, "--since", kept.toString()).code()).isEqualTo(77);
    }

    @Test
    void aWrongPassphraseSignsNothing() throws IOException {
        byte[] before = Files.readAllBytes(kept);

        Ran ran = witness("not the passphrase", "--since", kept.toString());

        assertThat(ran.code()).isEqualTo(77);
        assertThat(ran.err()).contains("passphrase").doesNotContain("not the passphrase");
        assertThat(Files.readAllBytes(kept)).isEqualTo(before);
    }

    @Test
    void withoutTheKeyThatAPersonGaveNothingIsSigned() throws IOException {
        Ran ran = with(
                PASSPHRASE,
                "witness",
                "--log",
                site.log().toString(),
                "--since",
                kept.toString(),
                "--sign-with",
                key.toString());

        assertThat(ran.code()).isEqualTo(64);
    }

    @Test
    void withoutATerminalOrADescriptorNobodyIsAsked() {
        Ran ran = Ran.command("audit", "keygen", "--name", "x", "--out", folder.resolve("none") + "");

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.err()).contains("--passphrase-fd");
    }

    private Ran verifySince(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "audit", "verify", "--log", site.log().toString(), "--key", site.key(), "--since", kept.toString()));
        arguments.addAll(List.of(more));
        return Ran.command(arguments.toArray(String[]::new));
    }

    private Ran witness(String passphrase, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("witness", "--log", site.log().toString(), "--key", site.key(), "--sign-with", key.toString()));
        arguments.addAll(List.of(more));
        return with(passphrase, arguments.toArray(String[]::new));
    }

    /** Hands the passphrase over as a shell does with {@code 3<file}. */
    private Ran with(String passphrase, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("passphrase"), passphrase + "\n", StandardCharsets.UTF_8);
        try (FileInputStream open = new FileInputStream(file.toFile())) {
            assertThat(open.available()).isPositive();
            List<String> all = new ArrayList<>(List.of("audit"));
            all.addAll(List.of(arguments));
            all.addAll(List.of("--passphrase-fd", descriptor(file)));
            return Ran.command(all.toArray(String[]::new));
        }
    }

    private static String descriptor(Path file) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.exists(descriptor) && Files.isSameFile(descriptor, file)) {
                    return descriptor.getFileName().toString();
                }
            }
        }
        throw new IllegalStateException("The file is not open");
    }
}
