package org.modicum.bench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code modicum ingest} as a site runs it: a process of its own, here with little heap, over an empty home. */
final class ModicumIngest {
    static final String HEAP = "2g";

    private static final Pattern HITS = Pattern.compile("([0-9,]+)  hits on social media by staff");

    private ModicumIngest() {}

    /** Hits that the last run over 2n lines counted. */
    static long hits(BenchSite site) throws IOException {
        String output = Files.readString(site.folder().resolve("ingest-2.txt"));
        Matcher hits = HITS.matcher(output);
        if (!hits.find()) {
            throw new IllegalStateException("No number of hits in the report of ingest");
        }
        return Long.parseLong(hits.group(1).replace(",", ""));
    }

    /** @param times 1 for n lines, 2 for 2n */
    static void run(BenchSite site, int times) throws IOException {
        Path home = site.folder().resolve("home");
        BenchSite.remove(home);
        Path settings = site.settings(times == 1 ? site.once() : site.twice(), home);
        File output = site.folder().resolve("ingest-" + times + ".txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("modicum.launcher"),
                "--config",
                settings.toString(),
                "ingest",
                "--as-of",
                "2026-03-17T02:00:00Z");
        builder.environment().put("MODICUM_JAVA_OPTS", "-Xmx" + HEAP);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.to(output))
                .start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("modicum ingest ended with " + code + "; see " + output);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
