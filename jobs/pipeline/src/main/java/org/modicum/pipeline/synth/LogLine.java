package org.modicum.pipeline.synth;

import java.util.Locale;

/** A line of Squid's native format ({@code %ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt}). */
record LogLine(
        long endMillis,
        long elapsedMillis,
        String client,
        String result,
        long bytes,
        String method,
        String url,
        String user,
        String hierarchy,
        String contentType)
        implements Comparable<LogLine> {

    String render() {
        return String.format(
                Locale.ROOT,
                "%d.%03d %6d %s %s %d %s %s %s %s %s\n",
                endMillis / 1000,
                endMillis % 1000,
                elapsedMillis,
                client,
                result,
                bytes,
                method,
                url,
                user,
                hierarchy,
                contentType);
    }

    @Override
    public int compareTo(LogLine other) {
        return Long.compare(endMillis, other.endMillis);
    }
}
