package org.modicum.pipeline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.modicum.pipeline.audit.log.Entries.LOG;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Problem.What;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.Checkpoint;
import org.modicum.policy.audit.EntryBundle;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.NoteSigner;
import org.modicum.policy.audit.SignatureType;
import org.modicum.policy.audit.SignedNote;

/** What somebody does who can write the folder but has no key; at the end, what somebody does who has it. */
class TamperingTest {
    private static final List<NoteKey> KNOWN = List.of(LOG.key());
    private static final String LAST = "tile/entries/001.p/4";

    @TempDir
    Path folder;

    @BeforeEach
    void aLogOfTwoBundles() throws IOException {
        write(folder, LOG, Entries.bytes(0, 260));
        assertThat(verify()).isEmpty();
    }

    @Test
    void aChangedBitAnywhereIsNoticed() throws IOException {
        for (Path file : files()) {
            byte[] right = Files.readAllBytes(file);
            for (int at = 0; at < right.length; at += Math.max(1, right.length / 7)) {
                byte[] wrong = right.clone();
                wrong[at] ^= 4;
                Files.write(file, wrong);
                assertThat(verify()).as("%s, byte %d", file, at).isNotEmpty();
            }
            Files.write(file, right);
        }
        assertThat(verify()).isEmpty();
    }

    @Test
    void anyFileThatIsMissingOrCutOffIsNoticed() throws IOException {
        for (Path file : files()) {
            byte[] right = Files.readAllBytes(file);
            for (int length : new int[] {0, right.length / 2, right.length - 1}) {
                Files.write(file, Arrays.copyOf(right, length));
                assertThat(verify()).as("%s cut to %d", file, length).isNotEmpty();
            }
            Files.delete(file);
            assertThat(verify()).as("%s removed", file).isNotEmpty();
            Files.write(file, right);
        }
    }

    @Test
    void entriesTakenAwayAreTruncation() throws IOException {
        Files.delete(folder.resolve(LAST));
        assertThat(whats(verify())).containsExactly(What.TRUNCATED);
        assertRefusedToOpen();
    }

    @Test
    void entriesInAnotherOrderAreNoticed() throws IOException {
        List<byte[]> entries = last();
        Collections.swap(entries, 1, 2);
        Files.write(folder.resolve(LAST), EntryBundle.encode(entries));
        assertThat(whats(verify())).contains(What.ALTERED, What.TIME_BACKWARDS, What.TILE);
        assertRefusedToOpen();
    }

    @Test
    void anEntryPutInAgainIsNoticed() throws IOException {
        List<byte[]> entries = last();
        entries.set(3, entries.get(2));
        Files.write(folder.resolve(LAST), EntryBundle.encode(entries));
        assertThat(whats(verify())).contains(What.ALTERED, What.REPEATED_ENTRY);
        assertRefusedToOpen();
    }

    @Test
    void anotherLogInItsPlaceIsNoticed(@TempDir Path elsewhere) throws IOException {
        NoteSigner other = NoteSigner.generate("example.org/other", SignatureType.LOG);
        Checkpoint kept = reader().checkpoint().checkpoint();
        write(elsewhere.resolve("log"), other, Entries.bytes(0, 270));
        LogReader swapped = LogReader.of(elsewhere.resolve("log"), KNOWN);
        assertThat(whats(swapped.verify())).containsExactly(What.OTHER_LOG);
        LogReader both = LogReader.of(elsewhere.resolve("log"), List.of(LOG.key(), other.key()));
        assertThat(whats(both.consistency(kept))).containsExactly(What.OTHER_LOG);
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> LogFolder.open(elsewhere.resolve("log"), LOG))
                .withMessageContaining("another log's");
    }

    @Test
    void anotherKeyOfTheSameNameIsNoticed(@TempDir Path elsewhere) throws IOException {
        NoteSigner forger = NoteSigner.generate(LOG.key().name(), SignatureType.LOG);
        write(elsewhere.resolve("log"), forger, Entries.bytes(0, 260));
        assertThat(whats(LogReader.of(elsewhere.resolve("log"), KNOWN).verify()))
                .containsExactly(What.CHECKPOINT);
    }

    @Test
    void aCheckpointTakenAwayDoesNotBeginANewLog() throws IOException {
        Files.delete(folder.resolve("checkpoint"));
        assertThat(whats(verify())).containsExactly(What.CHECKPOINT);
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> LogFolder.open(folder, LOG))
                .withMessageContaining("does not begin twice");
    }

    @Test
    void anOlderCheckpointPutBackIsNoticed() throws IOException {
        byte[] older = Files.readAllBytes(folder.resolve("checkpoint"));
        write(folder, LOG, Entries.bytes(260, 261));
        write(folder, LOG, Entries.bytes(261, 262));
        Checkpoint kept = reader().checkpoint().checkpoint();
        Files.write(folder.resolve("checkpoint"), older);
        assertThat(whats(verify())).containsExactly(What.ROLLED_BACK);
        assertThat(whats(reader().consistency(kept))).containsExactly(What.TRUNCATED);
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> LogFolder.open(folder, LOG))
                .withMessageContaining("older checkpoint");
    }

    @Test
    void entriesThatTheWriterDidNotSignNeverEnterTheLog() throws IOException {
        List<byte[]> entries = last();
        entries.add(Entries.entry(260).bytes());
        Path planted = folder.resolve("tile/entries/001.p/5");
        Files.write(planted, EntryBundle.encode(entries));
        try (LogFolder log = LogFolder.open(folder, LOG)) {
            assertThat(log.checkpoint().checkpoint().size()).isEqualTo(260);
            assertThat(planted).doesNotExist();
        }
    }

    @Test
    void aPlantedCheckpointInWaitingIsOnlyTakenIfItIsSigned() throws IOException {
        NoteSigner forger = NoteSigner.generate(LOG.key().name(), SignatureType.LOG);
        Checkpoint head = reader().checkpoint().checkpoint();
        String text = new Checkpoint(head.origin(), 261, head.root()).text();
        Files.writeString(
                folder.resolve("checkpoint.part"), SignedNote.sign(text, forger).encoded());
        try (LogFolder log = LogFolder.open(folder, LOG)) {
            assertThat(log.checkpoint().checkpoint()).isEqualTo(head);
        }
        assertThat(folder.resolve("checkpoint.part")).doesNotExist();
    }

    /** Whoever has the key can sign another past. Only somebody else's copy of a checkpoint shows it. */
    @Test
    void aPastSignedAnewIsNoticedByWhoeverKeptACheckpoint(@TempDir Path elsewhere) throws IOException {
        Checkpoint kept = reader().checkpoint().checkpoint();
        List<byte[]> past = new ArrayList<>(Entries.bytes(0, 300));
        past.remove(17);
        write(elsewhere.resolve("log"), LOG, past);
        LogReader rewritten = LogReader.of(elsewhere.resolve("log"), KNOWN);
        assertThat(rewritten.verify()).isEmpty();
        assertThat(whats(rewritten.consistency(kept))).containsExactly(What.REWRITTEN);
    }

    @Test
    void aClockThatWasSetBackIsRecordedAndNoticed() throws IOException {
        write(folder, LOG, List.of(Entries.at(Entries.START, "late").bytes()));
        assertThat(whats(verify())).containsExactly(What.TIME_BACKWARDS);
    }

    @Test
    void noMessageRepeatsWhatIsInAnEntry() throws IOException {
        List<byte[]> entries = last();
        entries.set(1, "{\"name\":\"canary\"}".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve(LAST), EntryBundle.encode(entries));
        assertThat(whats(verify())).contains(What.MALFORMED_ENTRY);
        assertThat(verify().toString()).doesNotContain("canary");
    }

    private List<Problem> verify() {
        return reader().verify();
    }

    private LogReader reader() {
        return LogReader.of(folder, KNOWN);
    }

    private List<byte[]> last() throws IOException {
        return new ArrayList<>(EntryBundle.parse(Files.readAllBytes(folder.resolve(LAST)), 4));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        }
    }

    private void assertRefusedToOpen() {
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> LogFolder.open(folder, LOG));
    }

    private static List<What> whats(List<Problem> problems) {
        return problems.stream().map(Problem::what).distinct().toList();
    }

    private static void write(Path folder, NoteSigner signer, List<byte[]> entries) throws IOException {
        try (LogFolder log = LogFolder.open(folder, signer)) {
            log.append(entries);
        }
    }
}
