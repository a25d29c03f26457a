package org.modicum.pipeline.retain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A file of which no time is counted.
 *
 * @param written when it was last written to, as the file system says
 */
public record FileInUse(long bytes, LocalDate written) {

    static FileInUse of(SizedFile file) {
        try {
            return new FileInUse(
                    file.bytes(),
                    LocalDate.ofInstant(Files.getLastModifiedTime(file.file()).toInstant(), ZoneOffset.UTC));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file.path() + " could not be looked at", e);
        }
    }
}
