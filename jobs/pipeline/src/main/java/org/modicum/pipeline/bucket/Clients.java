package org.modicum.pipeline.bucket;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.modicum.pipeline.settings.S3Settings;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients of a store, ours and Iceberg's. Both find their credentials where the SDK looks for them. */
public final class Clients {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(60);

    private Clients() {}

    static S3Client plain(S3Settings settings) {
        S3ClientBuilder client = S3Client.builder()
                .forcePathStyle(settings.pathStyle())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ));
        settings.endpoint().ifPresent(client::endpointOverride);
        settings.region().map(Region::of).ifPresent(client::region);
        return client.build();
    }

    /** What an Iceberg catalogue needs to have its tables in a bucket. */
    public static Map<String, String> catalogProperties(S3Settings settings) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("io-impl", "org.apache.iceberg.aws.s3.S3FileIO");
        // The general factory wants the SDK's clients of other services too.
        properties.put("s3.client-factory-impl", "org.apache.iceberg.aws.s3.DefaultS3FileIOAwsClientFactory");
        properties.put("http-client.type", "urlconnection");
        properties.put("s3.path-style-access", Boolean.toString(settings.pathStyle()));
        settings.endpoint().ifPresent(endpoint -> properties.put("s3.endpoint", endpoint.toString()));
        settings.region().ifPresent(region -> properties.put("client.region", region));
        return properties;
    }
}
