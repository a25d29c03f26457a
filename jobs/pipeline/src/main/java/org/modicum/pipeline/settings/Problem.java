package org.modicum.pipeline.settings;

import java.nio.file.Path;

/**
 * Something wrong with what a site set, and what to do about it. Never holds a user name.
 *
 * @param source the file, or {@code command line} or {@code system property}
 * @param line the line in the file, from 1; 0 when it is about the file as a whole or there is no file
 * @param message what is wrong and what to do
 */
public record Problem(String source, int line, String message) {

    static Problem of(Path file, int line, String message) {
        return new Problem(shown(file), line, message);
    }

    /** The file as problems name it: relative to the working folder if it is under it. */
    static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    }

    /** {@code file:line: message}, which editors and terminals make clickable. */
    @Override
    public String toString() {
        return line > 0 ? source + ":" + line + ": " + message : source + ": " + message;
    }
}
