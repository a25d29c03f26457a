package org.modicum.pipeline.ingest;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Words that come again and again in a log (hosts, methods, content types) as strings, each decoded once. */
final class Words {
    private static final int MOST = 50_000;

    private final Map<UTF8String, String> words = new HashMap<>();

    /** The same string for the same word, as long as it is remembered; null for null. */
    String of(UTF8String word) {
        if (word == null) {
            return null;
        }
        String known = words.get(word);
        if (known == null) {
            if (words.size() >= MOST) {
                words.clear();
            }
            known = word.toString();
            // The bytes belong to a row that is overwritten by the next one.
            words.put(word.copy(), known);
        }
        return known;
    }
}
