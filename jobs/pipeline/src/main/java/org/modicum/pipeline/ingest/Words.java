package org.modicum.pipeline.ingest;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Words that come again and again in a column of a log as strings, each decoded once. */
final class Words {
    private static final int MOST = 50_000;

    private final Map<UTF8String, String> words = new HashMap<>();
    /** Most lines say what the line before them said. */
    private UTF8String last;

    private String lastWord;

    /** The same string for the same word, as long as it is remembered; null for null. */
    String of(UTF8String word) {
        if (word == null || word.equals(last)) {
            return word == null ? null : lastWord;
        }
        if (words.size() >= MOST) {
            words.clear();
        }
        String known = words.get(word);
        // The bytes belong to a row that is overwritten by the next one.
        last = word.copy();
        if (known == null) {
            known = word.toString();
            words.put(last, known);
        }
        lastWord = known;
        return known;
    }
}
