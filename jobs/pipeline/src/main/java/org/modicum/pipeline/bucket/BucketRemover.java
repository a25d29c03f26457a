package org.modicum.pipeline.bucket;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Deletes from a bucket. It does not say whether something is gone: that is looked at later, by others. */
public final class BucketRemover {
    private static final Logger LOG = LoggerFactory.getLogger(BucketRemover.class);
    private static final int ATTEMPTS = 3;

    private final String bucket;
    private final S3Client client;

    BucketRemover(String bucket, S3Client client) {
        this.bucket = bucket;
        this.client = client;
    }

    /** Tries again what fails; each attempt is the client's own, which repeats what a busy store refuses. */
    public void remove(Stored stored) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                ask(stored);
                return;
            } catch (SdkException e) {
                LOG.warn(
                        "s3://{}/{} could not be deleted ({}), attempt {}",
                        bucket,
                        stored.key(),
                        e.getClass().getSimpleName(),
                        attempt);
            }
        }
    }

    /**
     * Begins an upload, looks whether the store lists it, and aborts it: some stores leave uploads out of the list.
     *
     * @param probe where it is begun; a run that is killed leaves it there
     * @throws org.modicum.pipeline.exit.ExitException if the store does not answer
     */
    public boolean seesUploads(Bucket asked, Address within, String probe) {
        Stored upload = new Stored(
                probe,
                Stored.State.UPLOAD,
                Answer.to(
                        bucket,
                        "s3:PutObject",
                        () -> client.createMultipartUpload(
                                        request -> request.bucket(bucket).key(probe))
                                .uploadId()),
                0);
        try {
            return asked.below(within).contains(upload);
        } finally {
            remove(upload);
        }
    }

    private void ask(Stored stored) {
        switch (stored.state()) {
            case OBJECT -> client.deleteObject(request -> request.bucket(bucket).key(stored.key()));
            case VERSION ->
                client.deleteObject(
                        request -> request.bucket(bucket).key(stored.key()).versionId(stored.id()));
            case UPLOAD ->
                client.abortMultipartUpload(
                        request -> request.bucket(bucket).key(stored.key()).uploadId(stored.id()));
        }
    }
}
