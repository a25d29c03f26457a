package org.modicum.pipeline.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.TlogProof;

/** What a run leaves in the audit log, and that nothing it makes can be seen before its entry is there. */
class AuditTrailTest {
    private static final String WEEK = "2026-W10";

    @TempDir
    static Path folder;

    private static Path university;
    private static TestSite released;
    private static TestSite.Outcome firstNight;

    @BeforeAll
    static void aNightOnWhichAWeekIsReleased() throws IOException {
        university = TestSite.university(folder.resolve("university"), 40, 7);
        released = site("released");
        firstNight = released.nightly(TestSite.AFTER_FIRST_WEEK);
        assertThat(firstNight.code()).as(firstNight.err()).isZero();
    }

    @Test
    void aNightIsEnteredInItsOrder() throws IOException {
        List<Entry> entries = AuditFiles.entries(released);

        assertThat(entries.stream().map(Entry::kind).distinct())
                .containsExactly(Kind.KEY_EVENT, Kind.SETTINGS_CHANGED, Kind.SANCTION_CHECK, Kind.INGEST, Kind.RELEASE);
        assertThat(of(entries, Kind.SANCTION_CHECK)).singleElement().satisfies(check -> {
            assertThat(check.text("source")).isEqualTo("campus");
            assertThat(check.text("day")).isEqualTo("2026-03-10");
            assertThat(check.text("dpia")).isEqualTo("DPIA-2026-014");
        });
        assertThat(of(entries, Kind.INGEST)).singleElement().satisfies(ingest -> {
            assertThat(ingest.count("files")).isOne();
            assertThat(ingest.count("lines")).isEqualTo(lines(released.log("access.log")));
            assertThat(ingest.count("malformed")).isZero();
        });
        assertThat(of(entries, Kind.RELEASE)).singleElement().satisfies(release -> {
            assertThat(release.text("week")).isEqualTo(WEEK);
            assertThat(release.text("summary"))
                    .isEqualTo(Hash.ofFile(released.summary(WEEK)).hex());
            assertThat(release.text("snapshot"))
                    .isEqualTo(of(entries, Kind.INGEST).get(0).text("snapshot"));
        });
        assertThat(AuditFiles.problems(released)).isEmpty();
    }

    @Test
    void everyKeyThatWasMadeIsEnteredAndNoneTwice() throws IOException {
        List<String> keys = of(AuditFiles.entries(released), Kind.KEY_EVENT).stream()
                .filter(event -> event.text("event").equals("made"))
                .map(event -> event.text("key"))
                .toList();

        Set<String> made = new TreeSet<>();
        try (Stream<Path> files = Files.list(released.home().resolve("keys"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".key"))
                    .forEach(name -> made.add(name.replace(".key", "")));
        }
        assertThat(made).contains("fingerprints", WEEK);
        made.add(AuditFiles.key(released).vkey());
        assertThat(keys).containsExactlyInAnyOrderElementsOf(made);
        assertThat(firstNight.out())
                .startsWith("The audit log was begun")
                .contains(AuditFiles.key(released).vkey());
    }

    @Test
    void theProofBesideASummaryHoldsWithThePublicKeyAlone() throws IOException {
        NoteKey key = AuditFiles.key(released);
        TlogProof proof = TlogProof.parse(Files.readString(AuditFiles.proof(released, WEEK)));

        Entry entry = Entry.parse(proof.extra().orElseThrow());

        assertThat(proof.verify(entry.bytes(), List.of(key)).checkpoint().origin())
                .isEqualTo("modicum");
        assertThat(entry.kind()).isEqualTo(Kind.RELEASE);
        assertThat(entry.text("summary"))
                .isEqualTo(Hash.ofFile(released.summary(WEEK)).hex());
    }

    @Test
    void aNightWithNothingNewEntersItsSanctionChecksAloneAndChangesNoFileOfAReport() throws IOException {
        TestSite site = site("idle");
        site.nightly(TestSite.AFTER_FIRST_WEEK);
        int before = AuditFiles.entries(site).size();
        byte[] proof = Files.readAllBytes(AuditFiles.proof(site, WEEK));

        TestSite.Outcome second = site.nightly(TestSite.AFTER_FIRST_WEEK);
        TestSite.Outcome report = site.run("report");
        TestSite.Outcome summarise = site.run("summarise", "--as-of", TestSite.AFTER_FIRST_WEEK.toString());

        assertThat(List.of(second.code(), report.code(), summarise.code())).containsOnly(0);
        List<Entry> entries = AuditFiles.entries(site);
        assertThat(entries.subList(before, entries.size()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo(Kind.SANCTION_CHECK));
        assertThat(Files.readAllBytes(AuditFiles.proof(site, WEEK))).isEqualTo(proof);
    }

    @Test
    void aProofThatWasDamagedIsWrittenAnewAndTheRunSaysSo() throws IOException {
        TestSite site = site("damaged");
        site.nightly(TestSite.AFTER_FIRST_WEEK);
        Path proof = AuditFiles.proof(site, WEEK);
        String whole = Files.readString(proof);
        Files.writeString(proof, whole.replace("extra ", "extra A"));

        TestSite.Outcome outcome = site.run("report");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("was damaged, or of another log");
        TlogProof anew = TlogProof.parse(Files.readString(proof));
        assertThat(anew.verify(anew.extra().orElseThrow(), List.of(AuditFiles.key(site)))
                        .checkpoint()
                        .size())
                .isEqualTo(TlogProof.parse(whole).index() + 1);
    }

    @Test
    void aRefusedSanctionIsEnteredAndNoFileWasOpened() throws IOException {
        TestSite site = site("refused");

        TestSite.Outcome outcome = site.nightly(Instant.parse("2027-01-01T02:00:00Z"));

        assertThat(outcome.code()).isEqualTo(77);
        List<Entry> entries = AuditFiles.entries(site);
        assertThat(entries).last().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.SANCTION_REFUSED);
            assertThat(entry.text("reason")).isEqualTo("expired");
            assertThat(entry.text("day")).isEqualTo("2027-01-01");
        });
        assertThat(of(entries, Kind.SANCTION_CHECK)).isEmpty();
        assertThat(site.home().resolve("keys/fingerprints.key")).doesNotExist();
    }

    @Test
    void otherSettingsAreEnteredOnce() throws IOException {
        TestSite site = site("settings");
        Instant early = TestSite.AFTER_FIRST_WEEK.minus(Duration.ofDays(7));
        Files.delete(site.log("access.log"));
        site.nightly(early);
        site.nightly(early);
        assertThat(of(AuditFiles.entries(site), Kind.SETTINGS_CHANGED)).hasSize(1);

        site.settings("modicum.release.minimum-group = 12\n");
        site.nightly(early);
        site.nightly(early);

        assertThat(of(AuditFiles.entries(site), Kind.SETTINGS_CHANGED))
                .extracting(entry -> entry.text("settings"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aHomeFromBeforeTheLogHasItsReleasesAndKeysEnteredAtTheNextRun() throws IOException {
        TestSite site = site("before");
        site.nightly(TestSite.AFTER_FIRST_WEEK);
        AuditFiles.forget(site);
        Files.delete(AuditFiles.proof(site, WEEK));
        byte[] summary = site.summary(WEEK);

        assertThat(site.run("report").code()).isZero();

        List<Entry> entries = AuditFiles.entries(site);
        assertThat(of(entries, Kind.RELEASE)).hasSize(1);
        assertThat(of(entries, Kind.KEY_EVENT).stream()
                        .map(entry -> entry.text("event"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("made", "found");
        assertThat(AuditFiles.proof(site, WEEK)).exists();
        assertThat(site.summary(WEEK)).isEqualTo(summary);
    }

    @Test
    void aSummaryThatWasMadeButNotPublishedHasOneEntryHoweverOftenItIsPublished() throws IOException {
        TestSite site = site("summarised");
        String asOf = TestSite.AFTER_FIRST_WEEK.toString();
        site.run("ingest", "--as-of", asOf);
        site.run("summarise", "--as-of", asOf);
        assertThat(of(AuditFiles.entries(site), Kind.RELEASE)).hasSize(1);
        assertThat(site.home().resolve("reports")).doesNotExist();

        site.run("report");
        AuditFiles.delete(site.home().resolve("reports"));
        site.run("report");

        assertThat(of(AuditFiles.entries(site), Kind.RELEASE)).hasSize(1);
        assertThat(site.summary(WEEK)).isEqualTo(released.summary(WEEK));
    }

    private static TestSite site(String name) throws IOException {
        TestSite site = TestSite.at(folder.resolve(name), university);
        Files.copy(university.resolve("access.log"), site.log("access.log"));
        return site;
    }

    private static List<Entry> of(List<Entry> entries, Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private static long lines(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
                    .lines()
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
