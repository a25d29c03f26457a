package org.modicum.pipeline.bucket;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.S3Settings;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What a bucket holds. Nothing here changes it. */
public final class Bucket implements AutoCloseable {
    private final String name;
    private final S3Client client;

    /** @throws ExitException if nothing says in which region it is */
    public Bucket(String name, S3Settings settings) {
        this.name = name;
        this.client = Answer.to(name, "a region", () -> Clients.plain(settings));
    }

    /** @throws ExitException if the store does not answer */
    public static void requireAnswer(Address address, S3Settings settings) {
        try (Bucket bucket = new Bucket(address.bucket(), settings)) {
            Answer.to(
                    bucket.name,
                    "s3:ListBucket",
                    () -> bucket.client.listObjectsV2(request ->
                            request.bucket(bucket.name).prefix(address.prefix()).maxKeys(1)));
        }
    }

    /**
     * All that there is below an address, in the order of names: objects, versions of them that are no more, marks of
     * deletions, and uploads that were never finished.
     *
     * @throws ExitException if the store does not answer
     * @throws IllegalStateException if an object is not in the list of versions: then the list is none
     */
    public List<Stored> below(Address address) {
        List<Stored> found = new ArrayList<>(objects(address.prefix()));
        Set<String> keys = new TreeSet<>();
        found.forEach(object -> keys.add(object.key()));
        for (ListObjectVersionsResponse page : Answer.to(
                name,
                "s3:ListBucketVersions",
                () ->
                        client
                                .listObjectVersionsPaginator(
                                        request -> request.bucket(name).prefix(address.prefix()))
                                .stream()
                                .toList())) {
            page.versions().forEach(version -> {
                keys.remove(version.key());
                if (!version.isLatest()) {
                    found.add(new Stored(version.key(), Stored.State.VERSION, version.versionId(), version.size()));
                }
            });
            page.deleteMarkers()
                    .forEach(mark -> found.add(new Stored(mark.key(), Stored.State.VERSION, mark.versionId(), 0)));
        }
        if (!keys.isEmpty()) {
            throw new IllegalStateException("The store lists " + keys.size() + " objects of the bucket " + name
                    + " that it does not have in its list of versions. It does not keep that list as S3 does, or another"
                    + " program writes to the warehouse; so it cannot show what is gone.");
        }
        found.addAll(uploads(address.prefix()));
        return found.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** @throws ExitException if it cannot be read */
    public byte[] read(String key) {
        return Answer.to(
                name,
                "s3:GetObject",
                () -> client.getObjectAsBytes(request -> request.bucket(name).key(key))
                        .asByteArray());
    }

    /** What is set for the whole bucket. */
    public BucketState state() {
        return new BucketState(name, client);
    }

    /** What deletes from it. */
    public BucketRemover remover() {
        return new BucketRemover(name, client);
    }

    @Override
    public void close() {
        client.close();
    }

    private List<Stored> objects(String prefix) {
        List<S3Object> objects = Answer.to(
                name,
                "s3:ListBucket",
                () -> client
                        .listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix))
                        .contents()
                        .stream()
                        .toList());
        return objects.stream()
                .map(object -> Stored.object(object.key(), object.size()))
                .toList();
    }

    private List<Stored> uploads(String prefix) {
        List<MultipartUpload> uploads =
                Answer.to(
                        name,
                        "s3:ListBucketMultipartUploads",
                        () -> client
                                .listMultipartUploadsPaginator(
                                        request -> request.bucket(name).prefix(prefix))
                                .uploads()
                                .stream()
                                .toList());
        return uploads.stream()
                .map(upload -> new Stored(upload.key(), Stored.State.UPLOAD, upload.uploadId(), bytes(upload)))
                .toList();
    }

    private long bytes(MultipartUpload upload) {
        return Answer.to(
                name,
                "s3:ListMultipartUploadParts",
                () -> client
                        .listPartsPaginator(request ->
                                request.bucket(name).key(upload.key()).uploadId(upload.uploadId()))
                        .parts()
                        .stream()
                        .mapToLong(Part::size)
                        .sum());
    }
}
