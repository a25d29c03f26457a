package org.modicum.pipeline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;

/** Writes files of a release, and only those whose bytes are not there already: the same release, the same files. */
final class ReportFiles {
    private final Path folder;
    private int written;

    ReportFiles(Path folder) {
        this.folder = folder;
    }

    void write(String name, byte[] content) {
        Path file = folder.resolve(name);
        try {
            new Home(folder).create(file.getParent());
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                AtomicFile.write(file, content, AtomicFile.GROUP_READS);
                written++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The report " + file + " could not be written", e);
        }
    }

    int written() {
        return written;
    }
}
