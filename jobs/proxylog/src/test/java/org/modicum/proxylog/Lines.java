package org.modicum.proxylog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines found the slow, plain way, and the same by a scanner. A line is its offset, its length and its bytes. */
record Lines(List<Line> lines) {
    record Line(long offset, long length, String latin1) {}

    /** Splits at LF, drops one CR before it; bytes after the last LF are a line too. */
    static Lines naive(byte[] content) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= content.length; i++) {
            boolean ends = i < content.length ? content[i] == '\n' : start < i;
            if (ends) {
                int end = i > start && content[i - 1] == '\r' ? i - 1 : i;
                lines.add(new Line(start, end - start, latin1(content, start, end)));
                start = i + 1;
            }
        }
        return new Lines(lines);
    }

    static Lines scanned(LineScanner scanner) throws IOException {
        List<Line> lines = new ArrayList<>();
        do {
            while (scanner.nextLine()) {
                String text = scanner.isTooLong()
                        ? "too long"
                        : latin1(scanner.window(), scanner.lineStart(), scanner.lineEnd());
                lines.add(new Line(scanner.lineOffset(), scanner.lineLength(), text));
            }
        } while (scanner.nextWindow());
        scanner.close();
        return new Lines(lines);
    }

    private static String latin1(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
