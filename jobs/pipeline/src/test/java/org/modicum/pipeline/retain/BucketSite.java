package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.bucket.S3Server;
import org.modicum.pipeline.nightly.AuditFiles;
import org.modicum.pipeline.nightly.TestSite;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A site with two released weeks, 2026-W10 and W11, whose tables are in a bucket; it can be had anew. */
final class BucketSite {
    static final String BUCKET = "monitoring";
    static final String ACTIVITY = "modicum/warehouse/modicum/activity/";

    private static final Instant BOTH_RELEASED = Instant.parse("2026-03-17T02:00:00Z");

    private final TestSite site;
    private final Path kept;
    private final S3Client client;
    private final Map<String, byte[]> objects = new LinkedHashMap<>();

    private BucketSite(TestSite site, Path kept, S3Client client) {
        this.site = site;
        this.kept = kept;
        this.client = client;
    }

    static BucketSite in(Path folder, S3Server server) throws IOException {
        S3Client client = server.client();
        client.createBucket(request -> request.bucket(BUCKET));
        Path university = TestSite.university(folder.resolve("university"), 40, 14);
        TestSite site = TestSite.at(folder.resolve("site"), university);
        site.settings(settings(server.endpoint().toString()));
        Files.copy(university.resolve("access.log"), site.log("access.log"));
        TestSite.Outcome night = site.nightly(BOTH_RELEASED);
        assertThat(night.code()).as(night.err()).isZero();
        BucketSite bucket = new BucketSite(site, folder.resolve("kept"), client);
        AuditFiles.copy(site.folder(), bucket.kept);
        for (String key : bucket.keys("")) {
            bucket.objects.put(key, bucket.read(key));
        }
        return bucket;
    }

    static String settings(String endpoint) {
        return PastSite.DAYS + """
                modicum.store {
                  warehouse = "s3://%s/modicum/warehouse"
                  s3 { endpoint = "%s", region = eu-west-2, path-style = true }
                }
                """.formatted(BUCKET, endpoint);
    }

    /** As it was on the night after the second week, in a bucket that never had versioning. */
    TestSite anew() throws IOException {
        return anew(Optional.empty());
    }

    /** The same in a bucket that had this versioning from its beginning. */
    TestSite anew(BucketVersioningStatus versioning) throws IOException {
        return anew(Optional.of(versioning));
    }

    private TestSite anew(Optional<BucketVersioningStatus> versioning) throws IOException {
        AuditFiles.delete(site.folder());
        AuditFiles.copy(kept, site.folder());
        for (MultipartUpload upload : uploads()) {
            client.abortMultipartUpload(
                    request -> request.bucket(BUCKET).key(upload.key()).uploadId(upload.uploadId()));
        }
        client.listObjectVersionsPaginator(request -> request.bucket(BUCKET)).forEach(page -> {
            page.versions().forEach(version -> remove(version.key(), version.versionId()));
            page.deleteMarkers().forEach(mark -> remove(mark.key(), mark.versionId()));
        });
        client.deleteBucket(request -> request.bucket(BUCKET));
        client.createBucket(request -> request.bucket(BUCKET));
        versioning.ifPresent(status -> client.putBucketVersioning(
                request -> request.bucket(BUCKET).versioningConfiguration(set -> set.status(status))));
        objects.forEach(this::put);
        return site;
    }

    void put(String key, byte[] content) {
        client.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(content));
    }

    byte[] read(String key) {
        return client.getObjectAsBytes(request -> request.bucket(BUCKET).key(key))
                .asByteArray();
    }

    List<String> keys(String prefix) {
        return client.listObjectsV2Paginator(request -> request.bucket(BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    List<MultipartUpload> uploads() {
        return client.listMultipartUploadsPaginator(request -> request.bucket(BUCKET)).uploads().stream()
                .toList();
    }

    /** Versions that are no more the newest, and marks of deletions. */
    long remnants() {
        return client.listObjectVersionsPaginator(request -> request.bucket(BUCKET)).stream()
                .mapToLong(page -> page.deleteMarkers().size()
                        + page.versions().stream()
                                .filter(version -> !version.isLatest())
                                .map(ObjectVersion::key)
                                .count())
                .sum();
    }

    /** A copy of all objects, so that it can be searched. */
    Path download(Path to) throws IOException {
        for (String key : keys("")) {
            Path file = to.resolve(key);
            Files.createDirectories(file.getParent());
            Files.write(file, read(key));
        }
        return to;
    }

    private void remove(String key, String version) {
        client.deleteObject(request -> request.bucket(BUCKET).key(key).versionId(version));
    }
}
