package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.nightly.AuditFiles;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.pipeline.store.AnyRules;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;

/** A plan changes nothing; what is carried out is that plan or nothing; and what was deleted is nowhere. */
class RetainTest {
    private static final Instant DUE = PastSite.FIRST_WEEK_DUE;

    /** 2026-03-08 as a folder's name and, in days since 1970, in a manifest. */
    private static final List<String> DAY = List.of("quarter_day=2026-03-08", "{\"quarter_day\": 20520}");

    @TempDir
    static Path folder;

    private static PastSite past;
    private TestSite site;

    @BeforeAll
    static void twoReleasedWeeks() throws IOException {
        past = PastSite.in(folder);
    }

    @BeforeEach
    void anew() throws IOException {
        site = past.anew();
    }

    @Test
    void thePlanSaysWhatWhyAndHowMuchAndChangesNothing() throws IOException {
        List<SizedFile> before = data();

        TestSite.Outcome plan = PastSite.plan(site, DUE);

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out())
                .contains("2026-03-02", "2026-03-08", "had to go on 2026-04-07", "pseudonym_key", "2026-W10")
                .doesNotContain("2026-03-09", "2026-W11", "No rule covers")
                .contains("Nothing was deleted.");
        assertThat(data()).isEqualTo(before);
        assertThat(PastSite.digest(site, DUE)).as("said twice").isEqualTo(PastSite.digest(site, DUE.plusSeconds(60)));
    }

    @Test
    void whatWasDeletedIsNowhereUnderTheHomeAndTheOtherWeekIsWhereItWas() throws IOException {
        Set<String> gone = PastSite.pseudonyms(site, "2026-W10");
        Set<String> stays = PastSite.pseudonyms(site, "2026-W11");
        assertThat(DecodedFiles.with(site.home(), gone))
                .as("the search finds them before")
                .isNotEmpty();
        assertThat(DecodedFiles.with(PastSite.activity(site), DAY)).anyMatch(file -> file.endsWith(".avro"));
        List<String> staying = DecodedFiles.with(site.home(), stays);
        byte[] summary = site.summary("2026-W10");

        TestSite.Outcome done = PastSite.execute(site, DUE);

        assertThat(done.code()).as(done.out() + done.err()).isZero();
        assertThat(DecodedFiles.with(site.home(), gone)).isEmpty();
        assertThat(DecodedFiles.with(site.home(), stays)).isEqualTo(staying);
        assertThat(site.home().resolve("keys/2026-W10.key")).doesNotExist();
        assertThat(site.home().resolve("keys/2026-W11.key")).exists();
        assertThat(DecodedFiles.with(PastSite.activity(site), DAY)).isEmpty();
        assertThat(PastSite.files(PastSite.activity(site), ".metadata.json")).hasSize(2);
        assertThat(PastSite.plan(site, DUE).out()).startsWith("Nothing has to go.");
        assertThat(site.nightly(DUE).code()).isZero();
        assertThat(site.summary("2026-W10")).isEqualTo(summary);
    }

    @Test
    void theCertificateIsLoggedWithItsProofAndSignedByTheLogsKey() throws IOException {
        String digest = PastSite.digest(site, DUE);
        PastSite.execute(site, DUE, digest);

        Path certificate = PastSite.files(PastSite.certificates(site), ".json").get(0);
        TestSite.Outcome proof =
                site.run("audit", "verify", "--proof", certificate + ".tlog-proof", certificate.toString());

        assertThat(proof.code()).as(proof.err()).isZero();
        String body = Certificates.body(site, certificate);
        assertThat(body)
                .contains("\"deleted and verified\"", "\"plan\": \"" + digest, "\"2026-W10\"", "NIST SP 800-88")
                .contains("\"wrong\": 0")
                .doesNotContain("\"wrong\": 1");
        List<Kind> kinds = AuditFiles.entries(site).stream().map(Entry::kind).toList();
        assertThat(kinds.subList(kinds.indexOf(Kind.RETENTION_INTENT), kinds.size()).stream()
                        .distinct())
                .containsExactly(Kind.RETENTION_INTENT, Kind.KEY_EVENT, Kind.CERTIFICATE);
        assertThat(AuditFiles.problems(site)).isEmpty();
    }

    @Test
    void aDigestOfAnotherPlanDeletesNothing() throws IOException {
        List<SizedFile> before = data();

        TestSite.Outcome refused = PastSite.execute(site, DUE, "0".repeat(64));

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("Nothing was deleted");
        assertThat(data()).isEqualTo(before);
    }

    @Test
    void aWorldThatHasChangedSinceThePlanDeletesNothing() throws IOException {
        String digest = PastSite.digest(site, DUE);
        orphan();
        List<SizedFile> before = data();

        TestSite.Outcome refused = PastSite.execute(site, DUE, digest);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("Something has changed");
        assertThat(data()).isEqualTo(before);
        assertThat(AuditFiles.entries(site)).noneMatch(entry -> entry.kind() == Kind.RETENTION_INTENT);
    }

    @Test
    void whatAKilledWriterLeftIsFoundAndGoesThoughNothingElseIsDue() throws IOException {
        Set<String> people = PastSite.pseudonyms(site, "2026-W11");
        Path orphan = orphan();
        try (Store store = Store.open(past.settings().store(), AnyRules.rules())) {
            store.table(Tables.ACTIVITY).newAppend().commit();
        }
        Instant early = Instant.parse("2026-03-20T10:00:00Z");
        assertThat(PastSite.plan(site, early).out()).contains("left by a writer that was killed");
        int held = DecodedFiles.with(PastSite.activity(site), people).size();

        assertThat(PastSite.execute(site, early).code()).isZero();

        assertThat(orphan).doesNotExist();
        assertThat(DecodedFiles.with(PastSite.activity(site), people)).hasSize(held - 1);
    }

    @Test
    void aTableOfWhichEverythingGoesIsLeftEmptyAndTheNextNightCanWriteIt() throws IOException {
        site.settings("modicum.retention { most-share = 1, allowed-days = 400 }\n");
        Instant late = Instant.parse("2026-06-01T10:00:00Z");

        TestSite.Outcome done = PastSite.execute(site, late);

        assertThat(done.code()).as(done.out() + done.err()).isZero();
        assertThat(PastSite.files(PastSite.activity(site), ".parquet")).isEmpty();
        assertThat(PastSite.files(site.home().resolve("keys"), "-W11.key")).isEmpty();
        TestSite.Outcome night = site.nightly(late);
        assertThat(night.code()).as(night.err()).isZero();
    }

    @Test
    void aCertificateThatAKilledRunHadAlreadyPublishedIsNotPublishedForAnother() throws IOException {
        Path stale = site.home().resolve("state/retain-certificate-20260301T000000.000Z.json");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "of another run");

        assertThat(PastSite.execute(site, DUE).code()).isZero();

        assertThat(stale).doesNotExist();
        Path certificate = PastSite.files(PastSite.certificates(site), ".json").get(0);
        assertThat(Certificates.body(site, certificate)).contains("2026-W10");
    }

    @Test
    void dataThatShouldHaveGoneLongAgoStopsTheDeletionAndSaysSo() throws IOException {
        List<SizedFile> before = data();
        Instant late = Instant.parse("2026-04-15T10:00:00Z");

        TestSite.Outcome alarm = PastSite.execute(site, late);

        assertThat(alarm.code()).isEqualTo(1);
        assertThat(alarm.err()).contains("MISSED: activity of 2026-03-02", "8 days ago");
        assertThat(data()).isEqualTo(before);
    }

    @Test
    void moreThanTheSetShareStopsTheDeletion() {
        site.settings("modicum.retention.most-share = 0.1\n");

        TestSite.Outcome alarm = PastSite.plan(site, DUE);

        assertThat(alarm.code()).isEqualTo(1);
        assertThat(alarm.err()).contains("SHARE:", "10 %");
    }

    @Test
    void aMomentInTheFutureIsRefused() {
        assertThat(PastSite.plan(site, Instant.now().plusSeconds(3600)).code()).isEqualTo(64);
    }

    @Test
    void aFileThatComesLateForADeletedDayIsRefusedAndCounted() throws IOException {
        PastSite.execute(site, DUE);
        String row = Files.readAllLines(site.folder().resolve("staff.csv")).get(1);
        String user = row.substring(0, row.indexOf(','));
        long time = Instant.parse("2026-03-04T10:00:00Z").getEpochSecond();
        StringBuilder lines = new StringBuilder();
        for (int second = 0; second < 300; second += 10) {
            lines.append(time + second)
                    .append(".000 250 10.0.0.1 TCP_MISS/200 48211 GET http://www.facebook.com/ ")
                    .append(user)
                    .append(" HIER_DIRECT/10.0.0.2 text/html\n");
        }
        Files.writeString(site.log("access.late"), lines.toString());

        TestSite.Outcome late = site.run("ingest", "--as-of", DUE.toString());

        assertThat(late.code()).as(late.err()).isZero();
        assertThat(late.out()).containsPattern("30  hits of days whose activity was deleted");
        assertThat(site.home().resolve("keys/2026-W10.key")).doesNotExist();
        assertThat(PastSite.plan(site, DUE).out()).startsWith("Nothing has to go.");
    }

    @Test
    void everythingOfAWeekCanGoByItsOwnRule() throws IOException {
        site.settings(PastSite.DAYS + "modicum.retention.rules { release.keep = 36 days, threshold.keep = 36 days }\n");
        Instant due = Instant.parse("2026-04-14T10:00:00Z");

        TestSite.Outcome done = PastSite.execute(site, due);

        assertThat(done.code()).as(done.out() + done.err()).isZero();
        assertThat(site.home().resolve("reports/2026-W10")).doesNotExist();
        assertThat(site.home().resolve("reports/2026-W11/summary.csv")).exists();
        TestSite.Outcome night = site.nightly(due);
        assertThat(night.code()).as(night.err()).isZero();
        assertThat(site.home().resolve("reports/2026-W10"))
                .as("not released again")
                .doesNotExist();
    }

    @Test
    void aRestoredBackupIsDeletedAgain() throws IOException {
        Path key = site.home().resolve("keys/2026-W10.key");
        byte[] backup = Files.readAllBytes(key);
        PastSite.execute(site, DUE);
        Files.write(key, backup);
        Files.setPosixFilePermissions(key, AtomicFile.OWNER_ONLY);

        assertThat(PastSite.execute(site, DUE).code()).isZero();

        assertThat(key).doesNotExist();
    }

    /** A file of the table that no commit knows: a copy of one that it knows. */
    private Path orphan() throws IOException {
        Path known = PastSite.files(PastSite.activity(site), ".parquet").stream()
                .filter(file -> file.toString().contains("2026-03-12"))
                .findFirst()
                .orElseThrow();
        return Files.copy(known, known.resolveSibling("00000-9-left-behind.parquet"));
    }

    /** All but what every command writes of itself. */
    private List<SizedFile> data() {
        List<SizedFile> data = new ArrayList<>();
        for (String folder : List.of("store/warehouse", "keys", "reports", "certificates", "state")) {
            data.addAll(SizedFile.below(site.home().resolve(folder)));
        }
        return data;
    }
}
