package org.modicum.pipeline.bucket;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where objects are: {@code s3://bucket/key}. {@code s3a} and {@code s3n} are other names of the same.
 *
 * @param key of an object, or what keys begin with; without a slash at its beginning or end, empty for the whole bucket
 */
public record Address(String bucket, String key) {
    private static final Pattern FORM = Pattern.compile("(?i)s3[an]?://([^/]+)(?:/(.*))?");

    public static boolean isOne(String location) {
        return FORM.matcher(location).matches();
    }

    /** @throws IllegalArgumentException if it is none */
    public static Address parse(String location) {
        Matcher form = FORM.matcher(location);
        if (!form.matches()) {
            throw new IllegalArgumentException("An address in a bucket is like s3://bucket/key");
        }
        String key = form.group(2) == null ? "" : form.group(2);
        return new Address(form.group(1), key.replaceFirst("^/+", "").replaceFirst("/+$", ""));
    }

    /** What every key below it begins with. */
    String prefix() {
        return key.isEmpty() ? "" : key + "/";
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
