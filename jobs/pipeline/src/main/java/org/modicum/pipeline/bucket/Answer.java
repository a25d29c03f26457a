package org.modicum.pipeline.bucket;

import java.util.function.Supplier;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says in words what to do where a store does not answer. Only codes are shown: its messages may quote anything. */
final class Answer {
    private static final int FORBIDDEN = 403;

    private Answer() {}

    /**
     * @param permission that the request needs
     * @throws ExitException if there is no answer
     */
    static <T> T to(String bucket, String permission, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw new ExitException(ExitCode.FAILED, none(bucket, permission, e));
        }
    }

    /** What went wrong and what to do. */
    static String none(String bucket, String permission, SdkException failure) {
        if (failure instanceof S3Exception refused) {
            String refusal = "The store answers " + refused.statusCode() + " " + code(refused) + " for the bucket "
                    + bucket + " where " + permission + " is needed. ";
            return refusal
                    + (refused.statusCode() == FORBIDDEN
                            ? "Grant that permission, or look at the credentials."
                            : "Look at modicum.store.warehouse and modicum.store.s3; a store that does not know this"
                                    + " request cannot show what is gone.");
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("credentials")) {
            return "There are no credentials for the bucket " + bucket + ": neither in the environment"
                    + " (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY) nor in a profile nor a role of this machine.";
        }
        if (message.contains("region")) {
            return "Nothing says in which region the bucket " + bucket + " is: set modicum.store.s3.region.";
        }
        return "The store of the bucket " + bucket + " does not answer (" + kind(failure)
                + "). Look at modicum.store.s3.endpoint and the network.";
    }

    static String code(S3Exception refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    private static String kind(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
