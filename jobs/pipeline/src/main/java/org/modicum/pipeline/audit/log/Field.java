package org.modicum.pipeline.audit.log;

import java.util.regex.Pattern;

/** A field that every entry of a kind has. */
record Field(String name, Type type) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    enum Type {
        TEXT,
        TEXTS,
        COUNT,

        /** SHA-256 in lower-case hexadecimal digits. */
        DIGEST,
        DIGESTS
    }

    static Field text(String name) {
        return new Field(name, Type.TEXT);
    }

    static Field texts(String name) {
        return new Field(name, Type.TEXTS);
    }

    static Field count(String name) {
        return new Field(name, Type.COUNT);
    }

    static Field digest(String name) {
        return new Field(name, Type.DIGEST);
    }

    static Field digests(String name) {
        return new Field(name, Type.DIGESTS);
    }

    boolean accepts(Value value) {
        return switch (type) {
            case TEXT -> value instanceof Value.Text;
            case TEXTS -> value instanceof Value.Texts;
            case COUNT -> value instanceof Value.Count;
            case DIGEST ->
                value instanceof Value.Text one && SHA256.matcher(one.text()).matches();
            case DIGESTS ->
                value instanceof Value.Texts many
                        && many.texts().stream()
                                .allMatch(text -> SHA256.matcher(text).matches());
        };
    }
}
