package org.modicum.pipeline.auditors;

/**
 * A column of a table.
 *
 * @param key its name in CSV and JSON
 * @param title for people
 * @param number whether its cells are whole numbers, or empty
 */
public record Column(String key, String title, boolean number) {
    static Column text(String key, String title) {
        return new Column(key, title, false);
    }

    static Column number(String key, String title) {
        return new Column(key, title, true);
    }
}
