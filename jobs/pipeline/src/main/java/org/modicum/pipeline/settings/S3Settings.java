package org.modicum.pipeline.settings;

import java.net.URI;
import java.util.Optional;

/**
 * How a store that speaks S3 is reached. Who is there it learns from the usual places of its clients (environment,
 * profile, role of the machine), never from settings.
 *
 * @param endpoint where it is, if it is not Amazon's
 * @param region of the bucket, if the environment or the profile does not say
 * @param pathStyle whether a bucket is named in the path and not in the host
 */
public record S3Settings(Optional<URI> endpoint, Optional<String> region, boolean pathStyle) {
    /** Amazon's, in the region of the environment. */
    public static final S3Settings DEFAULT = new S3Settings(Optional.empty(), Optional.empty(), false);

    static S3Settings read(Section section) {
        S3Settings settings = new S3Settings(
                section.optional("endpoint").flatMap(setting -> setting.parsed(S3Settings::endpoint)),
                section.optional("region").flatMap(Setting::text),
                section.required("path-style").flatMap(Setting::flag).orElse(false));
        section.noOtherKeys();
        return settings;
    }

    private static URI endpoint(String text) {
        URI endpoint = URI.create(text);
        boolean web = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
        if (!web || endpoint.getHost() == null || endpoint.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "an endpoint is like https://s3.example.ac.uk, without a name or password");
        }
        return endpoint;
    }
}
