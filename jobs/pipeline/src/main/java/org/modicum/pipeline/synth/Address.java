package org.modicum.pipeline.synth;

/** Host and path; the path is {@code /} where a table gives none. */
record Address(String host, String path) {
    static Address parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? new Address(text, "/") : new Address(text.substring(0, slash), text.substring(slash));
    }
}
