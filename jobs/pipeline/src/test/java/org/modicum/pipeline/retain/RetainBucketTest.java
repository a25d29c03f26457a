package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.modicum.pipeline.bucket.S3Server;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.policy.grant.PayloadType;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** What was deleted from a bucket is nowhere in it; and a bucket where that cannot be shown is refused. */
class RetainBucketTest {
    private static final Instant DUE = PastSite.FIRST_WEEK_DUE;
    private static final String UNFINISHED = BucketSite.ACTIVITY + "data/quarter_day=2026-03-12/00000-9-killed.parquet";

    @TempDir
    static Path folder;

    private static S3Server server;
    private static BucketSite bucket;
    private TestSite site;

    @BeforeAll
    static void twoReleasedWeeks() throws IOException {
        server = S3Server.start(folder.resolve("server"));
        bucket = BucketSite.in(folder, server);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void anew() throws IOException {
        site = bucket.anew();
    }

    @AfterEach
    void passAll() {
        server.pass();
    }

    @Test
    void whatWasDeletedIsInNoObjectAndTheOtherWeekIsWhereItWas() throws IOException {
        Set<String> gone = PastSite.pseudonyms(site, "2026-W10");
        Set<String> stays = PastSite.pseudonyms(site, "2026-W11");
        Path before = bucket.download(folder.resolve("before"));
        List<String> staying = DecodedFiles.with(before, stays);
        assertThat(DecodedFiles.with(before, gone))
                .as("the search finds them before")
                .isNotEmpty();

        TestSite.Outcome done = PastSite.execute(site, DUE);

        assertThat(done.code()).as(done.out() + done.err()).isZero();
        Path after = bucket.download(folder.resolve("after"));
        assertThat(DecodedFiles.with(after, gone)).isEmpty();
        assertThat(DecodedFiles.with(site.home(), gone)).isEmpty();
        assertThat(DecodedFiles.with(after, stays)).hasSameSizeAs(staying).isNotEmpty();
        assertThat(bucket.keys(BucketSite.ACTIVITY)).noneMatch(key -> key.contains("quarter_day=2026-03-08"));
        assertThat(bucket.remnants()).isZero();
        assertThat(site.home().resolve("store")).isDirectoryNotContaining("glob:**warehouse");
        assertThat(certificate())
                .contains("deleted and verified", "the bucket was listed, with old versions", "not replicated")
                .contains("access logs");
        assertThat(done.out() + done.err()).doesNotContain(S3Server.SECRET);
        assertThat(PastSite.plan(site, DUE).out()).startsWith("Nothing has to go.");
    }

    @ParameterizedTest
    @EnumSource(
            value = BucketVersioningStatus.class,
            names = {"ENABLED", "SUSPENDED"})
    void aBucketThatKeepsOrMayHaveKeptOldVersionsIsRefused(BucketVersioningStatus status) throws IOException {
        site = bucket.anew(status);
        List<String> before = bucket.keys("");

        TestSite.Outcome refused = PastSite.plan(site, DUE);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("Nothing was deleted", "versioning of the bucket monitoring is " + status)
                .contains("a bucket that never had it");
        assertThat(bucket.keys("")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "versioning, s3:GetBucketVersioning",
        "object-lock, s3:GetBucketObjectLockConfiguration",
        "versions, s3:ListBucketVersions",
        "uploads, s3:ListBucketMultipartUploads"
    })
    void aStoreThatMayNotSayIsRefusedWithThePermissionThatIsMissing(String question, String permission) {
        server.refuse(request -> isAbout(request, question));

        TestSite.Outcome refused = PastSite.plan(site, DUE);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains(permission, "403 AccessDenied", "Grant that permission");
    }

    @Test
    void whetherTheBucketIsReplicatedIsSaidToBeUnknownIfTheStoreDoesNotSay() throws IOException {
        server.refuse(request -> isAbout(request, "replication"));

        TestSite.Outcome done = PastSite.execute(site, DUE);

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(certificate()).contains("does not say whether the bucket is replicated");
    }

    @Test
    void aStoreThatDoesNotAnswerIsSaidSoAtOnce() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0)) {
            int port = nobody.getLocalPort();
            nobody.close();
            site.settings(BucketSite.settings("http://localhost:" + port));
        }

        TestSite.Outcome refused = PastSite.plan(site, DUE);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("The store of the bucket monitoring does not answer (ConnectException)")
                .contains("modicum.store.s3.endpoint");
    }

    @Test
    void whatAKilledWriterLeftIsFoundAndDeleted() throws IOException {
        byte[] known = bucket.read(bucket.keys(BucketSite.ACTIVITY + "data/").get(0));
        bucket.put(UNFINISHED, known);

        TestSite.Outcome plan = PastSite.plan(site, DUE);
        TestSite.Outcome done = PastSite.execute(site, DUE);

        assertThat(plan.out()).contains("unreferenced", "left by a writer that was killed");
        assertThat(done.code()).as(done.out() + done.err()).isZero();
        assertThat(bucket.keys("")).doesNotContain(UNFINISHED);
    }

    @Test
    void anUnfinishedUploadIsFoundAndAborted() throws IOException {
        try (S3Client client = server.client()) {
            String upload = client.createMultipartUpload(
                            request -> request.bucket(BucketSite.BUCKET).key(UNFINISHED))
                    .uploadId();
            client.uploadPart(
                    request -> request.bucket(BucketSite.BUCKET)
                            .key(UNFINISHED)
                            .uploadId(upload)
                            .partNumber(1),
                    RequestBody.fromString("somebody's quarter-hours"));
        }

        TestSite.Outcome plan = PastSite.plan(site, DUE);
        TestSite.Outcome done = PastSite.execute(site, DUE);

        assertThat(plan.out()).containsPattern("unreferenced +1 +0 +24 ");
        assertThat(done.code()).as(done.out() + done.err()).isZero();
        assertThat(bucket.uploads()).isEmpty();
    }

    @Test
    void aForeignObjectInTheWarehouseIsRefused() {
        bucket.put("modicum/warehouse/modicum/activity/notes.txt", new byte[] {1});

        TestSite.Outcome refused = PastSite.plan(site, DUE);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("s3://monitoring/modicum/warehouse/modicum/activity/notes.txt");
    }

    @Test
    void aFailedDeleteIsTriedAgainAndReportedAndTheNextRunCompletesIt() throws IOException {
        String digest = PastSite.digest(site, DUE);
        server.refuse(request -> request.getRequestMethod().equals("DELETE")
                && request.getRequestURI().getPath().contains("quarter_day=2026-03-02"));

        TestSite.Outcome red = PastSite.execute(site, DUE, digest);

        assertThat(red.code()).isEqualTo(1);
        assertThat(red.err()).contains("INCOMPLETE", "no file of the plan is there");
        assertThat(server.refused())
                .as("three times for each file")
                .isPositive()
                .isEqualTo(3 * files("2026-03-02"));
        assertThat(site.home().resolve("keys/2026-W10.key"))
                .as("what was not verified needs its key")
                .exists();

        server.pass();
        TestSite.Outcome green = site.run("report");

        assertThat(green.code()).as(green.err()).isZero();
        assertThat(files("2026-03-02")).isZero();
        assertThat(certificate()).contains("deleted and verified");
    }

    @Test
    void versionsThatABucketKeepsThoughItSaysItDoesNotAreNoticed() throws IOException {
        site = bucket.anew(BucketVersioningStatus.ENABLED);
        server.lie(request -> isAbout(request, "versioning"), "<VersioningConfiguration/>");

        TestSite.Outcome red = PastSite.execute(site, DUE);

        assertThat(red.code()).isEqualTo(1);
        assertThat(bucket.remnants()).isPositive();
        assertThat(PastSite.files(PastSite.certificates(site), "Z.json")).isEmpty();
        assertThat(site.home().resolve("keys/2026-W10.key"))
                .as("what was not verified needs its key")
                .exists();
    }

    @Test
    void aStoreWhoseListOfVersionsIsNoneIsRefused() {
        server.lie(request -> isAbout(request, "versions"), "<ListVersionsResult/>");

        TestSite.Outcome refused = PastSite.plan(site, DUE);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("does not have in its list of versions", "cannot show what is gone");
    }

    @Test
    void aStoreThatDoesNotListUnfinishedUploadsIsNotDeletedFrom() throws IOException {
        String digest = PastSite.digest(site, DUE);
        List<String> before = bucket.keys("");
        server.lie(request -> isAbout(request, "uploads"), "<ListMultipartUploadsResult/>");

        TestSite.Outcome refused = PastSite.execute(site, DUE, digest);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("Nothing was deleted", "does not list an unfinished upload");
        assertThat(bucket.keys("")).isEqualTo(before);
        assertThat(bucket.uploads()).as("what was begun to see").isEmpty();
    }

    private static boolean isAbout(HttpExchange request, String question) {
        String query = request.getRequestURI().getRawQuery();
        return request.getRequestMethod().equals("GET")
                && query != null
                && List.of(query.split("&")).stream()
                        .anyMatch(part -> part.replace("=", "").equals(question));
    }

    private static int files(String day) {
        return (int) bucket.keys(BucketSite.ACTIVITY + "data/").stream()
                .filter(key -> key.contains(day))
                .count();
    }

    private String certificate() throws IOException {
        List<Path> certificates = PastSite.files(PastSite.certificates(site), ".json").stream()
                .filter(file -> !file.toString().contains("incomplete"))
                .toList();
        assertThat(certificates).hasSize(1);
        assertThat(Files.readString(certificates.get(0))).doesNotContain(S3Server.SECRET);
        return Certificates.body(site, certificates.get(0), PayloadType.CERTIFICATE);
    }
}
