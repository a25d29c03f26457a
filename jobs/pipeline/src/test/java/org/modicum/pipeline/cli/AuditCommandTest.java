package org.modicum.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor finds out with the log, or a proof, and its public key. */
class AuditCommandTest {
    @TempDir
    Path folder;

    private LoggedSite site;

    @BeforeEach
    void aLog() throws IOException {
        site = new LoggedSite(folder);
    }

    @Test
    void aWholeLogHoldsWithoutAnySettings() throws IOException {
        Path copy = site.copy("stick");

        Ran ran = offline("verify", "--log", copy.toString(), "--key", site.key());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("holds", "3 entries", LoggedSite.ORIGIN);
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void fromTheSettingsItSaysWhoseKeyItTook() {
        Ran ran = Ran.command("--config", site.config().toString(), "audit", "verify");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("the key that lies beside the log");
    }

    @ParameterizedTest
    @CsvSource({
        "tile/entries/000.p/3, flip,   ALTERED",
        "tile/entries/000.p/3, delete, TRUNCATED",
        "tile/entries/000.p/3, cut,    DAMAGED",
        "tile/0/000.p/3,       flip,   TILE",
        "tile/0/000.p/3,       delete, TILE",
        "checkpoint,           flip,   CHECKPOINT",
        "checkpoint,           delete, CHECKPOINT"
    })
    void tamperingIsNamedAndEndsWith77(String file, String how, String problem) throws IOException {
        Path path = site.log().resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        switch (how) {
            case "delete" -> Files.delete(path);
            case "cut" -> Files.write(path, Arrays.copyOf(bytes, bytes.length - 1));
            default -> {
                bytes[bytes.length / 2] ^= 1;
                Files.write(path, bytes);
            }
        }

        Ran ran = verify();

        assertThat(ran.code()).isEqualTo(77);
        assertThat(ran.out()).contains(problem + ": ");
        assertThat(ran.err()).contains("does not hold");
    }

    @Test
    void anOlderCheckpointPutBackIsNoticed() throws IOException {
        byte[] older = Files.readAllBytes(site.log().resolve("checkpoint"));
        site.settingsChanged("r2");
        site.settingsChanged("r3");
        Files.write(site.log().resolve("checkpoint"), older);

        assertThat(verify().out()).contains("ROLLED_BACK: ");
    }

    @Test
    void anotherLogPutInItsPlaceIsNoticedByTheKeyThatAPersonGave() throws IOException {
        String key = site.key();
        Path other = Files.createDirectories(folder.resolve("other"));
        LoggedSite swapped = new LoggedSite(other);

        Ran ran = offline("verify", "--log", swapped.log().toString(), "--key", key);

        assertThat(ran.code()).isEqualTo(77);
        assertThat(ran.out()).contains("CHECKPOINT: ");
    }

    @Test
    void aPastThatWasWrittenAnewWithTheKeyIsNoticedByAKeptCheckpointOrProof() throws IOException {
        Path beginning = site.copy("beginning");
        site.settingsChanged("what happened");
        Path kept = keep("kept");
        Path proof = folder.resolve("given.tlog-proof");
        assertThat(offline("prove", "--log", site.log().toString(), "--key", site.key(), "--out", proof + "", "3")
                        .code())
                .isZero();
        site.rewriteSince(beginning);
        assertThat(verify("--since", kept.toString()).out()).contains("TRUNCATED: ");
        site.settingsChanged("what did not happen");
        site.settingsChanged("and more");

        assertThat(verify().code()).isZero();
        for (Path since : new Path[] {kept, proof}) {
            Ran ran = verify("--since", since.toString());
            assertThat(ran.code()).isEqualTo(77);
            assertThat(ran.out()).contains("REWRITTEN: ");
        }
    }

    @Test
    void aLogThatOnlyGrewContinuesTheKeptCheckpoint() throws IOException {
        Path kept = keep("kept");
        site.settingsChanged("r2");

        Ran ran = verify("--since", kept.toString());

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("4 entries", "continues the checkpoint");
    }

    @Test
    void aProofOfAFileHoldsForThatFileAloneAndUnderThatKeyAlone() throws IOException {
        Path proof = folder.resolve("summary.csv.tlog-proof");
        String key = site.key();
        assertThat(offline("prove", "--log", site.log() + "", "--key", key, "--out", proof + "", site.summary() + "")
                        .code())
                .isZero();
        LoggedSite.delete(site.log());

        Ran whole = offline(
                "verify",
                "--proof",
                proof.toString(),
                "--key",
                key,
                site.summary().toString());
        Ran other = offline(
                "verify",
                "--proof",
                proof.toString(),
                "--key",
                key,
                site.config().toString());
        String otherKey = new LoggedSite(Files.createDirectories(folder.resolve("other"))).key();
        Ran otherLog = offline("verify", "--proof", proof.toString(), "--key", otherKey);

        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(whole.out()).contains("entry 2", "release", "week=2026-W10");
        assertThat(other.code()).isEqualTo(77);
        assertThat(other.err()).contains("not of");
        assertThat(otherLog.code()).isEqualTo(77);
    }

    @Test
    void everyOtherByteInAProofIsRefused() throws IOException {
        Ran printed = offline("prove", "--log", site.log().toString(), "--key", site.key(), "2");
        Path proof = folder.resolve("proof");
        byte[] bytes = printed.out().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            Files.write(proof, bytes);
            bytes[i] ^= 1;
            assertThat(offline("verify", "--proof", proof.toString(), "--key", site.key())
                            .code())
                    .as("byte %d", i)
                    .isEqualTo(77);
        }
        Files.write(proof, bytes);
        assertThat(offline("verify", "--proof", proof.toString(), "--key", site.key())
                        .code())
                .isZero();
    }

    @Test
    void entriesAreShownOnALineEachAndByKind() throws IOException {
        String[] all = show().out().split("\n");
        String[] releases = show("--kind", "release").out().split("\n");

        assertThat(all).hasSize(3);
        assertThat(all[0]).contains("     0  ", "key_event", "event=made", site.key());
        assertThat(releases).containsExactly(all[2]);
        assertThat(show("--last", "1").out()).isEqualTo(all[2] + "\n");
    }

    @Test
    void aLogThatWasAlteredIsNotShown() throws IOException {
        Path entries = site.log().resolve("tile/entries/000.p/3");
        Files.writeString(
                entries,
                Files.readString(entries, StandardCharsets.ISO_8859_1).replace("2026-W10", "2026-W11"),
                StandardCharsets.ISO_8859_1);

        Ran ran = show();

        assertThat(ran.code()).isEqualTo(77);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void theCheckpointIsPrintedAsItIs() throws IOException {
        assertThat(Ran.command("--config", site.config().toString(), "audit", "checkpoint")
                        .out())
                .isEqualTo(Files.readString(site.log().resolve("checkpoint")));
    }

    @Test
    void noLogAndNoSuchEntryEndWith66() throws IOException {
        String nowhere = folder.resolve("nowhere").toString();
        for (String command : new String[] {"verify", "show", "checkpoint"}) {
            assertThat(offline(command, "--log", nowhere, "--key", site.key()).code())
                    .isEqualTo(66);
        }
        String log = site.log().toString();
        assertThat(offline("prove", "--log", log, "--key", site.key(), "3").code())
                .isEqualTo(66);
        assertThat(offline(
                                "prove",
                                "--log",
                                log,
                                "--key",
                                site.key(),
                                site.config().toString())
                        .code())
                .isEqualTo(66);
        assertThat(offline("verify", "--proof", nowhere, "--key", site.key()).code())
                .isEqualTo(66);
    }

    @Test
    void wrongUsageEndsWith64() throws IOException {
        String log = site.log().toString();
        assertThat(offline().code()).isEqualTo(64);
        assertThat(offline("nonsense").code()).isEqualTo(64);
        assertThat(offline("prove").code()).isEqualTo(64);
        assertThat(offline("verify", "--log", log, "--key", "nonsense").code()).isEqualTo(64);
        assertThat(offline("verify", "--log", log, "--key", site.key(), "file").code())
                .isEqualTo(64);
        assertThat(offline("verify", "--log", log, "--key", site.key(), "--witness-key", "w")
                        .code())
                .isEqualTo(64);
        assertThat(offline("witness", "--log", log).code()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "show", "prove", "checkpoint", "witness", "keygen"})
    void everyCommandExplainsItself(String command) {
        Ran ran = Ran.command("audit", command, "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Usage: modicum audit " + command);
    }

    @Test
    void doctorSaysWhetherTheLogIsWhole() throws IOException {
        assertThat(Ran.command("--config", site.config().toString(), "doctor").out())
                .contains("audit log " + site.log() + ": whole");

        Files.delete(site.log().resolve("tile/0/000.p/3"));

        assertThat(Ran.command("--config", site.config().toString(), "doctor").out())
                .contains("audit log " + site.log() + " does not hold");
    }

    @Test
    void lookingChangesNothingInTheFolder() throws IOException {
        try (Stream<Path> before = Files.walk(site.log())) {
            long files = before.count();
            verify();
            show();
            try (Stream<Path> after = Files.walk(site.log())) {
                assertThat(after.count()).isEqualTo(files);
            }
        }
    }

    private Path keep(String name) throws IOException {
        Path kept = folder.resolve(name);
        Files.copy(site.log().resolve("checkpoint"), kept);
        return kept;
    }

    private Ran verify(String... more) throws IOException {
        return offline(concat("verify", more));
    }

    private Ran show(String... more) throws IOException {
        return offline(concat("show", more));
    }

    private String[] concat(String command, String... more) throws IOException {
        return Stream.concat(Stream.of(command, "--log", site.log().toString(), "--key", site.key()), Stream.of(more))
                .toArray(String[]::new);
    }

    /** On a laptop that has no settings. */
    private static Ran offline(String... arguments) {
        return Ran.command(Stream.concat(Stream.of("--config", "/nowhere/modicum.conf", "audit"), Stream.of(arguments))
                .toArray(String[]::new));
    }
}
