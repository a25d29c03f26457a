package org.modicum.pipeline.synth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of Squid's native format, {@code %ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt}: written when the
 * transfer ends, so those of transfers under way wait here.
 */
final class SquidLines {
    private static final int ELAPSED_WIDTH = 6;

    private List<Line> waiting = new ArrayList<>();

    void add(
            long endMillis,
            long elapsedMillis,
            String client,
            String result,
            long bytes,
            String method,
            String url,
            String user,
            String hierarchy,
            String type) {
        StringBuilder text = new StringBuilder(160).append(endMillis / 1000).append('.');
        pad(text, endMillis % 1000, 3, '0');
        text.append(' ');
        pad(text, elapsedMillis, ELAPSED_WIDTH, ' ');
        text.append(' ').append(client).append(' ').append(result).append(' ').append(bytes);
        text.append(' ').append(method).append(' ').append(url).append(' ').append(user);
        text.append(' ').append(hierarchy).append(' ').append(type).append('\n');
        waiting.add(new Line(endMillis, text.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Takes the lines of transfers that ended before {@code until}, in no order. */
    List<Line> takeUntil(long until) {
        List<Line> ended = new ArrayList<>();
        List<Line> later = new ArrayList<>();
        for (Line line : waiting) {
            (line.endMillis() < until ? ended : later).add(line);
        }
        waiting = later;
        return ended;
    }

    int size() {
        return waiting.size();
    }

    private static void pad(StringBuilder text, long number, int width, char with) {
        String digits = Long.toString(number);
        for (int i = digits.length(); i < width; i++) {
            text.append(with);
        }
        text.append(digits);
    }
}
