package org.modicum.pipeline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modicum.pipeline.audit.log.Entries.LOG;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.Checkpoint;
import org.modicum.policy.audit.MerkleTree;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.Proofs;
import org.modicum.policy.audit.SignedCheckpoint;
import org.modicum.policy.audit.TlogProof;

class LogFolderTest {
    private static final List<NoteKey> KNOWN = List.of(LOG.key());

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void aFolderThatIsNotThereYet() {
        folder = temporary.resolve("state/audit");
    }

    @Test
    void aNewLogIsEmptyAndSigned() throws IOException {
        try (LogFolder log = LogFolder.open(folder, LOG)) {
            assertThat(log.checkpoint().checkpoint())
                    .isEqualTo(new Checkpoint("example.ac.uk/modicum", 0, MerkleTree.EMPTY));
            assertThat(log.verify(KNOWN)).isEmpty();
            assertThat(log.entries()).isEmpty();
            assertThat(log.append(List.of())).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> log.entry(0));
        }
    }

    @Test
    void whatWasAppendedIsThereWithItsProofAfterOpeningAgain() throws IOException {
        List<Checkpoint> heads = new ArrayList<>();
        int size = 0;
        for (int more : new int[] {1, 1, 3, 250, 1, 1, 300, 0, 2}) {
            try (LogFolder log = LogFolder.open(folder, LOG)) {
                heads.add(log.checkpoint().checkpoint());
                assertThat(log.append(Entries.bytes(size, size + more))).hasSize(more);
                assertThat(log.verify(KNOWN)).isEmpty();
                heads.forEach(old -> assertThat(log.consistency(old)).isEmpty());
            }
            size += more;
        }
        LogReader reader = LogReader.of(folder, KNOWN);
        Checkpoint head = reader.checkpoint().checkpoint();
        assertThat(head.size()).isEqualTo(559);
        for (int index = 0; index < size; index += 13) {
            assertThat(reader.entry(index)).isEqualTo(Entries.entry(index));
        }
        for (Checkpoint old : heads) {
            assertThat(Proofs.consistent(
                            old.size(), head.size(), reader.consistencyProof(old.size()), old.root(), head.root()))
                    .isTrue();
        }
        assertThat(reader.entries()).hasSize(559).last().isEqualTo(Entries.entry(558));
    }

    @Test
    void aProofNeedsNothingButItselfAndTheKey() throws IOException {
        try (LogFolder log = LogFolder.open(folder, LOG)) {
            log.append(Entries.bytes(0, 7));
            TlogProof proof = TlogProof.parse(log.proof(5));
            SignedCheckpoint signed = proof.verify(proof.extra().orElseThrow(), KNOWN);
            assertThat(signed.checkpoint().size()).isEqualTo(7);
            assertThat(Entry.parse(proof.extra().orElseThrow())).isEqualTo(Entries.entry(5));
        }
    }

    @Test
    void aSecondWriterIsTurnedAway() throws IOException {
        try (LogFolder first = LogFolder.open(folder, LOG)) {
            assertThatExceptionOfType(ExitException.class)
                    .isThrownBy(() -> LogFolder.open(folder, LOG))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ExitCode.LOCKED));
            first.append(Entries.bytes(0, 1));
            assertThat(LogReader.of(folder, KNOWN).verify()).isEmpty();
        }
        try (LogFolder next = LogFolder.open(folder, LOG)) {
            assertThat(next.append(Entries.bytes(1, 2))).containsExactly(1L);
        }
    }

    @Test
    void aWriterInAnotherProcessKeepsOthersOutUntilItDies() throws IOException, InterruptedException {
        LogFolder.open(folder, LOG).close();
        Process other = SecondWriter.start(folder);
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("held");
            assertThatExceptionOfType(ExitException.class)
                    .isThrownBy(() -> LogFolder.open(folder, LOG))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ExitCode.LOCKED));
        } finally {
            other.destroyForcibly().waitFor();
        }
        LogFolder.open(folder, LOG).close();
    }

    @Test
    void aLogThatCannotBeOpenedIsNotLockedForGood() throws IOException {
        LogFolder.open(folder, LOG).close();
        byte[] right = Files.readAllBytes(folder.resolve("checkpoint"));
        Files.writeString(folder.resolve("checkpoint"), "nonsense");
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> LogFolder.open(folder, LOG));
        Files.write(folder.resolve("checkpoint"), right);
        LogFolder.open(folder, LOG).close();
    }

    @Test
    void ifOneEntryIsNoneNothingIsLogged() throws IOException {
        byte[] good = Entries.entry(1).bytes();
        byte[] bad = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] huge = new byte[70_000];
        try (LogFolder log = LogFolder.open(folder, LOG)) {
            log.append(Entries.bytes(0, 1));
            for (List<byte[]> wrong :
                    List.of(List.of(good, bad), List.of(good, huge), List.of(good, good), Entries.bytes(0, 1))) {
                assertThatExceptionOfType(AuditException.class).isThrownBy(() -> log.append(wrong));
            }
            assertThat(log.checkpoint().checkpoint().size()).isOne();
            assertThat(log.append(List.of(good))).containsExactly(1L);
        }
    }

    @Test
    void fullFilesReplaceTheirBeginnings() throws IOException {
        try (LogFolder log = LogFolder.open(folder, LOG)) {
            log.append(Entries.bytes(0, 252));
            for (int i = 252; i < 257; i++) {
                log.append(Entries.bytes(i, i + 1));
            }
        }
        assertThat(folder.resolve("tile/entries/000")).isRegularFile();
        assertThat(folder.resolve("tile/entries/000.p")).doesNotExist();
        assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
        assertThat(folder.resolve("tile/entries/001.p/1")).isRegularFile();
        assertThat(folder.resolve("tile/1/000.p/1")).isRegularFile();
        assertThat(Files.readAllLines(folder.resolve("checkpoint")).get(1)).isEqualTo("257");
    }

    @Test
    void theOwnerWritesAndTheGroupReads() throws IOException {
        try (LogFolder log = LogFolder.open(folder, LOG)) {
            log.append(Entries.bytes(0, 1));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("checkpoint"))))
                .isEqualTo("rw-r-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tile/entries"))))
                .isEqualTo("rwxr-x---");
    }
}
