package org.modicum.pipeline.demo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.modicum.policy.protocol.IsoWeek;

/** Hands out a long log week by week, as a proxy that rotates every Monday would. */
final class WeeklyLogs {
    private final Path log;
    private final Path folder;
    private final ZoneId zone;
    private long handedOut;

    WeeklyLogs(Path log, Path folder, ZoneId zone) {
        this.log = log;
        this.folder = folder;
        this.zone = zone;
    }

    /** Writes the lines up to the end of the week to {@code access.log-<week>}. */
    void rotateIn(IsoWeek week) throws IOException {
        double end = week.plusWeeks(1).monday().atStartOfDay(zone).toEpochSecond();
        Files.createDirectories(folder);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(log), 1 << 16);
                OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(folder.resolve("access.log-" + week)), 1 << 16)) {
            in.skipNBytes(handedOut);
            byte[] line = line(in);
            while (line.length > 0 && time(line) < end) {
                out.write(line);
                handedOut += line.length;
                line = line(in);
            }
        }
    }

    private static double time(byte[] line) {
        String text = new String(line, 0, Math.min(line.length, 32), StandardCharsets.US_ASCII);
        return Double.parseDouble(text.substring(0, text.indexOf(' ')));
    }

    private static byte[] line(InputStream in) throws IOException {
        java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream(256);
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }
}
