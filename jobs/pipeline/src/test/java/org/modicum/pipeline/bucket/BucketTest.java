package org.modicum.pipeline.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.pipeline.bucket.Stored.State;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** All that a bucket keeps of an object is found, and can be deleted. */
class BucketTest {
    @TempDir
    static Path folder;

    private static S3Server server;
    private static S3Client client;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start(folder);
        client = server.client();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whatIsLeftOfAnObjectIsFoundAndRemoved() {
        client.createBucket(request -> request.bucket("remnants"));
        client.putBucketVersioning(request -> request.bucket("remnants")
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        put("remnants", "w/a", "first");
        put("remnants", "w/a", "second");
        put("remnants", "w2/a", "another prefix");
        client.createMultipartUpload(request -> request.bucket("remnants").key("w/b"));
        Address address = Address.parse("s3a://remnants/w/");

        try (Bucket bucket = new Bucket("remnants", server.settings())) {
            List<Stored> before = bucket.below(address);
            assertThat(before)
                    .extracting(Stored::key, Stored::state, Stored::bytes)
                    .containsExactly(
                            tuple("w/a", State.OBJECT, 6L),
                            tuple("w/a", State.VERSION, 5L),
                            tuple("w/b", State.UPLOAD, 0L));

            before.stream()
                    .filter(stored -> stored.state() != State.OBJECT)
                    .map(stored -> Stored.named(stored.name()))
                    .forEach(bucket.remover()::remove);

            assertThat(bucket.below(address)).extracting(Stored::name).containsExactly("w/a");
            assertThat(bucket.state().wrong()).singleElement().asString().contains("is Enabled");
        }
    }

    @Test
    void everyPageOfAListIsRead() {
        client.createBucket(request -> request.bucket("many"));
        for (int i = 0; i < 1001; i++) {
            put("many", "w/" + i, "");
        }

        try (Bucket bucket = new Bucket("many", server.settings())) {
            assertThat(bucket.below(Address.parse("s3://many/w"))).hasSize(1001);
        }
    }

    @Test
    void aBucketThatMayLockObjectsIsWrong() {
        client.createBucket(request -> request.bucket("locked").objectLockEnabledForBucket(true));

        try (Bucket bucket = new Bucket("locked", server.settings())) {
            assertThat(bucket.state().wrong()).anyMatch(wrong -> wrong.contains("may lock objects"));
        }
    }

    @Test
    void aBucketThatIsReplicatedIsWrong() {
        client.createBucket(request -> request.bucket("copied"));
        server.lie(
                request -> "replication".equals(request.getRequestURI().getRawQuery()),
                "<ReplicationConfiguration><Role>r</Role><Rule><Status>Enabled</Status></Rule></ReplicationConfiguration>");

        try (Bucket bucket = new Bucket("copied", server.settings())) {
            assertThat(bucket.state().wrong()).singleElement().asString().contains("is replicated");
        } finally {
            server.pass();
        }
    }

    @Test
    void aBucketThatNeverHadAnyOfThatIsRight() {
        client.createBucket(request -> request.bucket("plain"));

        try (Bucket bucket = new Bucket("plain", server.settings())) {
            assertThat(bucket.state().wrong()).isEmpty();
            assertThat(bucket.state().replicates()).contains(false);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "s3://b/w, s3://b/w",
        "s3a://b/w/, s3://b/w",
        "s3n://b//w/x, s3://b/w/x",
        "S3://b, s3://b/",
        "s3://b/a b?c, s3://b/a b?c"
    })
    void anAddressHasOneSpelling(String location, String spelling) {
        assertThat(Address.isOne(location)).isTrue();
        assertThat(Address.parse(location)).hasToString(spelling);
    }

    @ParameterizedTest
    @CsvSource({"/srv/w", "file:/srv/w", "hdfs://b/w", "s3:/b/w", "s3://"})
    void whatIsNoBucketIsNone(String location) {
        assertThat(Address.isOne(location)).isFalse();
    }

    private static void put(String bucket, String key, String content) {
        client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
    }
}
