package org.modicum.pipeline.audit.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Another process that holds the log until its input ends, or it is killed. */
final class SecondWriter {

    private SecondWriter() {}

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecondWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        try (Closeable held = new FolderDisk(Path.of(arguments[0])).lock()) {
            System.out.println("held");
            System.in.transferTo(System.out);
        }
    }
}
