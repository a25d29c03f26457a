package org.modicum.pipeline.retain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.modicum.pipeline.bucket.Address;
import org.modicum.pipeline.bucket.Bucket;
import org.modicum.pipeline.bucket.BucketRemover;
import org.modicum.pipeline.bucket.Stored;
import org.modicum.pipeline.settings.StoreSettings;
import org.modicum.pipeline.store.Tables;

/** A warehouse in a bucket of an S3-compatible store. What is left of objects counts as files: it is personal data too. */
final class BucketWarehouse implements Warehouse {
    private static final List<String> WRITTEN = List.of(".parquet", ".avro", ".json", ".puffin");

    private final Address address;
    private final Bucket bucket;

    private BucketWarehouse(Address address, Bucket bucket) {
        this.address = address;
        this.bucket = bucket;
    }

    static BucketWarehouse of(StoreSettings settings) {
        Address address = Address.parse(settings.warehouse());
        return new BucketWarehouse(address, new Bucket(address.bucket(), settings.s3()));
    }

    @Override
    public String name(String location) {
        return Address.parse(location).toString();
    }

    @Override
    public String root() {
        return address.toString();
    }

    @Override
    public List<SizedFile> below(String folder) {
        return bucket.below(Address.parse(folder)).stream()
                .map(stored -> new SizedFile(new Address(address.bucket(), stored.name()).toString(), stored.bytes()))
                .toList();
    }

    @Override
    public String listing() {
        return "the bucket was listed, with old versions, marks of deletions and unfinished uploads";
    }

    /** By a listing: a question for one object is answered with no where only its last version is gone. */
    @Override
    public long present(List<String> files) {
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Stored stored : bucket.below(address)) {
            keys.add(new Address(address.bucket(), stored.key()).toString());
            names.add(new Address(address.bucket(), stored.name()).toString());
        }
        return files.stream()
                .filter(file -> keys.contains(file) || names.contains(file))
                .count();
    }

    @Override
    public byte[] read(String file) {
        return bucket.read(Address.parse(file).key());
    }

    @Override
    public void remove(List<SizedFile> files) {
        BucketRemover remover = bucket.remover();
        files.forEach(
                file -> remover.remove(Stored.named(Address.parse(file.path()).key())));
    }

    @Override
    public List<String> unfit() {
        return bucket.state().wrong();
    }

    /** Where a writer of activity would have begun it, so that what a killed run left is found as such a writer's. */
    @Override
    public boolean showsLeftovers() {
        Address activity = Address.parse(folder(Tables.ACTIVITY));
        return bucket.remover().seesUploads(bucket, activity, activity.key() + "/data/probe.parquet");
    }

    @Override
    public boolean isWritten(SizedFile file) {
        String key = Stored.named(file.name()).key();
        return WRITTEN.stream().anyMatch(key::endsWith);
    }

    @Override
    public List<String> scope() {
        String replication = bucket.state()
                .replicates()
                .map(replicates -> replicates
                        ? "The bucket is replicated: the copies are not covered."
                        : "The bucket is not replicated, as its store says.")
                .orElse(
                        "The store does not say whether the bucket is replicated; if it is, the copies are not covered.");
        return List.of(
                "Of the bucket it covers what its store lists: objects, old versions, marks of deletions and unfinished"
                        + " uploads, below the warehouse.",
                replication,
                "It does not cover copies that a rule of the bucket's lifecycle, an inventory, a backup or a person made"
                        + " elsewhere, nor the store's access logs, which have names of objects with days in them.");
    }

    @Override
    public void close() {
        bucket.close();
    }
}
