package org.modicum.pipeline.bucket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What is set for a whole bucket that decides whether something deleted is gone. */
public final class BucketState {
    /** How stores say that a bucket locks nothing, or that they have no locks. */
    private static final Set<String> NO_LOCK = Set.of(
            "ObjectLockConfigurationNotFoundError",
            "NoSuchObjectLockConfiguration",
            "InvalidRequest",
            "NotImplemented",
            "MethodNotAllowed");

    private static final String NO_REPLICATION = "ReplicationConfigurationNotFoundError";

    private final String bucket;
    private final S3Client client;

    BucketState(String bucket, S3Client client) {
        this.bucket = bucket;
        this.client = client;
    }

    /** Why nothing that is deleted from it can be said to be gone; none if it can. */
    public List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        versioning().ifPresent(wrong::add);
        lock().ifPresent(wrong::add);
        if (replicates().orElse(false)) {
            wrong.add("The bucket " + bucket + " is replicated: what is deleted here stays elsewhere. End that, and"
                    + " delete the copies.");
        }
        return wrong;
    }

    /** Whether it sends copies elsewhere; empty if the store does not say. */
    public Optional<Boolean> replicates() {
        try {
            ReplicationConfiguration replication = client.getBucketReplication(request -> request.bucket(bucket))
                    .replicationConfiguration();
            return Optional.of(replication != null
                    && replication.hasRules()
                    && !replication.rules().isEmpty());
        } catch (S3Exception e) {
            return Answer.code(e).equals(NO_REPLICATION) ? Optional.of(false) : Optional.empty();
        } catch (SdkException e) {
            return Optional.empty();
        }
    }

    private Optional<String> versioning() {
        try {
            BucketVersioningStatus status = client.getBucketVersioning(request -> request.bucket(bucket))
                    .status();
            return status == null
                    ? Optional.empty()
                    : Optional.of("The versioning of the bucket " + bucket + " is " + status
                            + ": it keeps, or may have kept, what was deleted. Versioning cannot be taken back; have a"
                            + " bucket that never had it.");
        } catch (SdkException e) {
            return Optional.of(Answer.none(bucket, "s3:GetBucketVersioning", e));
        }
    }

    private Optional<String> lock() {
        try {
            ObjectLockConfiguration lock = client.getObjectLockConfiguration(request -> request.bucket(bucket))
                    .objectLockConfiguration();
            return lock == null || lock.objectLockEnabled() == null
                    ? Optional.empty()
                    : Optional.of(
                            "The bucket " + bucket + " may lock objects against deletion. Have one that does not.");
        } catch (S3Exception e) {
            return NO_LOCK.contains(Answer.code(e))
                    ? Optional.empty()
                    : Optional.of(Answer.none(bucket, "s3:GetBucketObjectLockConfiguration", e));
        } catch (SdkException e) {
            return Optional.of(Answer.none(bucket, "s3:GetBucketObjectLockConfiguration", e));
        }
    }
}
