package org.modicum.pipeline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.LogReader;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.TlogProof;

/** A run gets the log whole and with its own key, or not at all. */
class AuditLogTest {
    @TempDir
    Path folder;

    private Settings settings;
    private Path key;

    @BeforeEach
    void aSite() throws IOException {
        Files.writeString(folder.resolve("staff.csv"), "username,department,faculty,line_manager,roles,from,to\n");
        Files.createDirectories(folder.resolve("protocols"));
        Files.writeString(folder.resolve("sites.conf"), "include classpath(\"modicum/sites.conf\")\n");
        settings = named("example.ac.uk/modicum");
        key = settings.keys().resolve("audit/log.key");
    }

    @Test
    void theFirstOpeningMakesAKeyAndItsEntryAndTheNextFindsBoth() throws IOException {
        NoteKey made;
        try (AuditLog log = AuditLog.open(settings)) {
            assertThat(log.hasBegun()).isTrue();
            made = log.key();
            assertThat(log.entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.text("key")).isEqualTo(made.vkey()));
        }
        try (AuditLog log = AuditLog.open(settings)) {
            assertThat(log.hasBegun()).isFalse();
            assertThat(log.key()).isEqualTo(made);
            assertThat(log.entries()).hasSize(1);
        }
        assertThat(Files.readString(settings.audit().resolve("public-key"))).isEqualTo(made.vkey() + "\n");
        assertThat(LogReader.of(settings.audit(), List.of(made)).verify()).isEmpty();
    }

    @Test
    void thePrivateKeyIsForTheOwnerAloneAndNotWhereAuditorsRead() throws IOException {
        AuditLog.open(settings).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        String secret = Files.readAllLines(key).get(2);
        try (Stream<Path> tree = Files.walk(settings.audit())) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
            }
        }
    }

    @Test
    void entriesHaveTheirPlacesAndProofs() throws IOException {
        try (AuditLog log = AuditLog.open(settings)) {
            long place = log.append(Kind.SETTINGS_CHANGED, settingsEntry("r1"));
            List<Long> two = log.append(List.of(
                    new Entry(log.now(), Kind.SETTINGS_CHANGED, settingsEntry("r2")),
                    new Entry(log.now(), Kind.SETTINGS_CHANGED, settingsEntry("r3"))));

            assertThat(place).isOne();
            assertThat(two).containsExactly(2L, 3L);
            assertThat(log.entries()).hasSize(4);
            assertThat(log.entries().get(2).text("run")).isEqualTo("r2");
            assertThat(log.lastTime()).contains(log.entries().get(3).time());
            TlogProof proof = log.proof(2);
            assertThat(proof.verify(log.entries().get(2).bytes(), List.of(log.key())))
                    .isEqualTo(log.checkpoint());
        }
    }

    @Test
    void aLogThatIsGoneIsNotBegunAgainUnderItsKey() throws IOException {
        AuditLog.open(settings).close();
        delete(settings.audit());

        assertRefused(ExitCode.NOT_PERMITTED, "does not begin twice");
        assertThat(settings.audit()).doesNotExist();
    }

    @Test
    void aLogWhoseKeyIsGoneIsNotGoneOnWithUnderAnother() throws IOException {
        AuditLog.open(settings).close();
        Files.delete(key);

        assertRefused(ExitCode.NOT_PERMITTED, "Restore it");
        assertThat(key).doesNotExist();
    }

    @Test
    void aKeyWhoseLogHadNotBegunWhenTheRunWasKilledIsUsed() throws IOException {
        AuditLog.open(settings).close();
        Files.move(key, key.resolveSibling("log.key.new"));
        delete(settings.audit());

        AuditLog.open(settings).close();

        assertThat(key).exists();
    }

    @Test
    void aKeyOfAnotherNameOpenToOthersOrDamagedIsRefused() throws IOException {
        AuditLog.open(settings).close();

        Settings renamed = named("another.ac.uk/modicum");
        assertThatExceptionOfType(ExitException.class)
                .isThrownBy(() -> AuditLog.open(renamed))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ExitCode.SETTINGS));

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused(ExitCode.NOT_PERMITTED, "chmod 600");

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        String whole = Files.readString(key);
        for (int cut : new int[] {0, 20, whole.length() / 2}) {
            Files.writeString(key, whole.substring(0, cut));
            assertRefused(ExitCode.NOT_PERMITTED, "damaged");
        }
    }

    @Test
    void oneChangedByteInTheEntriesIsDoubt() throws IOException {
        try (AuditLog log = AuditLog.open(settings)) {
            log.append(Kind.SETTINGS_CHANGED, settingsEntry("r1"));
        }
        Path entries = settings.audit().resolve("tile/entries/000.p/2");
        byte[] bytes = Files.readAllBytes(entries);
        bytes[20] ^= 1;
        Files.write(entries, bytes);

        assertRefused(ExitCode.NOT_PERMITTED, "in doubt");
    }

    @Test
    void aClockBehindTheLatestEntryIsRefusedAndThatIsLoggedInItsOrder() throws IOException {
        try (AuditLog log = AuditLog.open(settings)) {
            log.refuseClockSetBack("r1");
            log.append(
                    List.of(new Entry(Instant.now().plusSeconds(3600), Kind.SETTINGS_CHANGED, settingsEntry("ahead"))));
        }
        try (AuditLog log = AuditLog.open(settings)) {
            assertThatExceptionOfType(ExitException.class)
                    .isThrownBy(() -> log.refuseClockSetBack("r1"))
                    .withMessageContaining("set back")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ExitCode.NOT_PERMITTED));
            assertThat(log.entries().get(2).kind()).isEqualTo(Kind.RUN_REFUSED);
            assertThat(log.append(Kind.SETTINGS_CHANGED, settingsEntry("late"))).isEqualTo(3);
            assertThatExceptionOfType(ExitException.class).isThrownBy(() -> log.refuseClockSetBack("r1"));
        }
        try (AuditLog log = AuditLog.open(settings)) {
            assertThatExceptionOfType(ExitException.class).isThrownBy(() -> log.refuseClockSetBack("r1"));
            assertThat(log.entries()).isSortedAccordingTo(Comparator.comparing(Entry::time));
        }
    }

    @Test
    void aDiskThatTakesNoMoreIsDoubtAndTheEntryIsNotInTheLog() throws IOException {
        try (AuditLog log = AuditLog.open(settings)) {
            Files.createDirectories(settings.audit().resolve("tile/entries/000.p/2.part/in-the-way"));
            assertThatExceptionOfType(ExitException.class)
                    .isThrownBy(() -> log.append(Kind.SETTINGS_CHANGED, settingsEntry("r1")))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ExitCode.NOT_PERMITTED));
            assertThat(log.entries()).hasSize(1);
        }
        delete(settings.audit().resolve("tile/entries/000.p/2.part"));
        try (AuditLog log = AuditLog.open(settings)) {
            assertThat(log.entries()).hasSize(1);
        }
    }

    private void assertRefused(ExitCode code, String message) {
        assertThatExceptionOfType(ExitException.class)
                .isThrownBy(() -> AuditLog.open(settings))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Map<String, Value> settingsEntry(String run) {
        return Map.of("run", Value.of(run), "settings", Value.of("ab".repeat(32)));
    }

    private Settings named(String origin) throws IOException {
        Path file = folder.resolve("modicum.conf");
        Files.writeString(file, "modicum.audit-origin = \"" + origin + "\"\n");
        return SettingsReader.read(file);
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
