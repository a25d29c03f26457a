package org.modicum.pipeline.settings;

import java.util.regex.Pattern;

/** Tells paths from URIs. */
final class Locations {

    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

    private Locations() {}

    /** Whether the text begins with a scheme of at least two letters and a slash: {@code s3a://…}, {@code file:/…}. */
    static boolean isUri(String text) {
        return URI.matcher(text).matches();
    }
}
