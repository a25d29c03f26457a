package org.modicum.pipeline.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.policy.audit.Hash;

/** If the audit log cannot take an entry, whatever the reason, what the entry speaks of is not to be seen. */
class LogInDoubtTest {
    private static final String WEEK = "2026-W10";

    @TempDir
    static Path folder;

    private static Path university;
    private static Path ingested;

    private TestSite site;

    @BeforeAll
    static void aUniversityOfWhichTheLogWasRead() throws IOException {
        university = TestSite.university(folder.resolve("university"), 40, 7);
        TestSite first = TestSite.at(folder.resolve("site"), university);
        Files.copy(university.resolve("access.log"), first.log("access.log"));
        assertThat(first.run("ingest", "--as-of", TestSite.AFTER_FIRST_WEEK.toString())
                        .code())
                .isZero();
        ingested = folder.resolve("ingested");
        AuditFiles.copy(first.folder(), ingested);
    }

    /** Tables name their files by absolute paths, so every test has the site in the same place. */
    @BeforeEach
    void theSiteAsItWasAfterIngest() throws IOException {
        AuditFiles.delete(folder.resolve("site"));
        AuditFiles.copy(ingested, folder.resolve("site"));
        site = TestSite.existing(folder.resolve("site"));
    }

    @Test
    void aDamagedLog() throws IOException {
        Path entries = lastBundle();
        byte[] bytes = Files.readAllBytes(entries);
        bytes[30] ^= 1;
        Files.write(entries, bytes);

        assertNothingIsPublished();
    }

    @Test
    void aLogWithoutCheckpoint() throws IOException {
        Files.delete(AuditFiles.folder(site).resolve("checkpoint"));

        assertNothingIsPublished();
    }

    @Test
    void aLogThatIsGone() throws IOException {
        AuditFiles.delete(AuditFiles.folder(site));

        assertNothingIsPublished();
        assertThat(AuditFiles.folder(site)).doesNotExist();
    }

    @Test
    void aLogWhoseKeyIsGone() throws IOException {
        AuditFiles.delete(site.home().resolve("keys/audit"));

        assertNothingIsPublished();
    }

    @Test
    void anOlderCheckpointPutBack() throws IOException {
        Path checkpoint = AuditFiles.folder(site).resolve("checkpoint");
        byte[] older = Files.readAllBytes(checkpoint);
        for (String run : List.of("one", "two")) {
            append(Kind.SETTINGS_CHANGED, Map.of("run", Value.of(run), "settings", Value.of("ab".repeat(32))));
        }
        Files.write(checkpoint, older);

        assertNothingIsPublished();
    }

    @Test
    void aFolderThatIsAFile() throws IOException {
        Path tiles = AuditFiles.folder(site).resolve("tile/0");
        AuditFiles.delete(tiles);
        Files.writeString(tiles, "in the way");

        assertNothingIsPublished();
    }

    @Test
    void aClockThatWasSetBack() throws IOException {
        try (AuditLog log = open()) {
            log.append(List.of(new Entry(
                    Instant.now().plusSeconds(86_400),
                    Kind.SETTINGS_CHANGED,
                    Map.of("run", Value.of("ahead"), "settings", Value.of("ab".repeat(32))))));
        }

        assertThat(assertNothingIsPublished().err()).contains("set back");
    }

    @Test
    void aReleaseThatIsNotTheOneThatWasLogged() throws IOException {
        append(
                Kind.RELEASE,
                Map.of(
                        "run", Value.of("before"),
                        "week", Value.of(WEEK),
                        "method", Value.of("m"),
                        "snapshot", Value.of("1"),
                        "summary", Value.of("ab".repeat(32))));

        assertThat(assertNothingIsPublished().err()).contains("not the one that was logged");
    }

    @Test
    void aDiskThatIsFullWhenTheReleaseIsToBeEnteredAndTheNextRunPublishesIt() throws IOException {
        int entries = AuditFiles.entries(site).size();
        // One sanction check, then the release, whose file of entries cannot be written.
        Path inTheWay = AuditFiles.folder(site).resolve("tile/entries/000.p/" + (entries + 2) + ".part");
        Files.createDirectories(inTheWay.resolve("something"));

        assertNothingIsPublished();
        assertThat(AuditFiles.entries(site)).hasSize(entries + 1);

        AuditFiles.delete(inTheWay);
        assertThat(site.nightly(TestSite.AFTER_FIRST_WEEK).code()).isZero();
        assertThat(AuditFiles.entries(site).stream().filter(entry -> entry.kind() == Kind.RELEASE))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text("summary"))
                        .isEqualTo(Hash.ofFile(site.summary(WEEK)).hex()));
        assertThat(AuditFiles.problems(site)).isEmpty();
    }

    @Test
    void aLogPutBackWholeToBeforeAProofThatWasGivenOut() throws IOException {
        assertThat(site.nightly(TestSite.AFTER_FIRST_WEEK).code()).isZero();
        AuditFiles.delete(AuditFiles.folder(site));
        AuditFiles.copy(ingested.resolve("var/audit"), AuditFiles.folder(site));
        int entries = AuditFiles.entries(site).size();

        assertThat(assertNothingIsPublished().err()).contains("does not continue", "entries were taken away");
        assertThat(AuditFiles.entries(site)).hasSize(entries);
    }

    @Test
    void anotherWriterOfTheLogTurnsTheRunAwayWith75() throws IOException {
        SortedMap<String, String> before = reports();
        try (AuditLog held = open()) {
            assertThat(held.hasBegun()).isFalse();
            assertThat(site.nightly(TestSite.AFTER_FIRST_WEEK).code()).isEqualTo(75);
        }
        assertThat(reports()).isEqualTo(before);
    }

    private TestSite.Outcome assertNothingIsPublished() throws IOException {
        SortedMap<String, String> before = reports();
        TestSite.Outcome outcome = site.nightly(TestSite.AFTER_FIRST_WEEK);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(77);
        assertThat(outcome.err())
                .containsPattern("Nothing (more )?was published")
                .doesNotContain("\tat ");
        assertThat(reports()).isEqualTo(before);
        return outcome;
    }

    /** Every file that is published, with its digest. */
    private SortedMap<String, String> reports() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Path reports = site.home().resolve("reports");
        if (Files.exists(reports)) {
            try (Stream<Path> tree = Files.walk(reports)) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    files.put(
                            file.toString(),
                            Hash.ofFile(Files.readAllBytes(file)).hex());
                }
            }
        }
        return files;
    }

    private Path lastBundle() throws IOException {
        return AuditFiles.folder(site)
                .resolve("tile/entries/000.p/" + AuditFiles.entries(site).size());
    }

    private void append(Kind kind, Map<String, Value> values) throws IOException {
        try (AuditLog log = open()) {
            log.append(kind, values);
        }
    }

    private AuditLog open() {
        return AuditLog.open(SettingsReader.read(site.folder().resolve("modicum.conf")));
    }
}
