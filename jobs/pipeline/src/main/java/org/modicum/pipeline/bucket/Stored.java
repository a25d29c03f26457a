package org.modicum.pipeline.bucket;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a store has under a key: the object, or what is left of one.
 *
 * @param id of the version or the upload; empty for an object
 */
public record Stored(String key, State state, String id, long bytes) {
    private static final Pattern REMNANT = Pattern.compile("(.*)\\?(versionId|uploadId)=([^?]*)", Pattern.DOTALL);

    /** In what state it is. */
    public enum State {
        /** Read by everybody. */
        OBJECT,
        /** One that was deleted or written over, or the mark of a deletion: what a bucket with versioning keeps. */
        VERSION,
        /** Parts of an object that was never finished: what a killed writer leaves. */
        UPLOAD
    }

    static Stored object(String key, long bytes) {
        return new Stored(key, State.OBJECT, "", bytes);
    }

    /** The name of what is left of an object has its id behind the key, as the store's own requests have it. */
    public String name() {
        return switch (state) {
            case OBJECT -> key;
            case VERSION -> key + "?versionId=" + id;
            case UPLOAD -> key + "?uploadId=" + id;
        };
    }

    /** Of a {@link #name}. */
    public static Stored named(String name) {
        Matcher remnant = REMNANT.matcher(name);
        if (!remnant.matches()) {
            return object(name, 0);
        }
        State state = remnant.group(2).equals("versionId") ? State.VERSION : State.UPLOAD;
        return new Stored(remnant.group(1), state, remnant.group(3), 0);
    }
}
