package org.modicum.pipeline.settings;

import java.nio.file.Path;

/**
 * Where a setting was written.
 *
 * @param source the file, {@code reference.conf}, {@code system property} or {@code command line}
 * @param line from 1; 0 when there is none
 * @param base the folder that relative paths written there are relative to
 */
record Place(String source, int line, Path base) {

    @Override
    public String toString() {
        return line > 0 ? source + ":" + line : source;
    }
}
