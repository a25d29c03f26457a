package org.modicum.policy.attention;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Requests, seen in full, to hosts whose pages and interfaces a person works with. */
final class PageRules {

    /**
     * Words in the path of data that pages fetch and send by themselves. They hold for data alone: a page may well be
     * about polls or logs.
     */
    private static final Set<String> BY_ITSELF = Set.of(
            "badge",
            "beacon",
            "beacons",
            "collect",
            "count",
            "counts",
            "csp",
            "heartbeat",
            "jot",
            "keepalive",
            "log",
            "logging",
            "logs",
            "metrics",
            "notification",
            "notifications",
            "ping",
            "poll",
            "polling",
            "presence",
            "realtime",
            "stats",
            "telemetry",
            "tracking",
            "unread",
            "unseen");

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private PageRules() {}

    static Evidence evidence(Hit hit, Duration dwell) {
        Span transfer = Rules.transfer(hit);
        if (!isOpenedBySomebody(hit)) {
            return Evidence.passive(transfer);
        }
        return Evidence.deliberate(transfer, new Span(transfer.fromMillis(), transfer.toMillis() + dwell.toMillis()));
    }

    private static boolean isOpenedBySomebody(Hit hit) {
        boolean heldOpen = hit.elapsedMillis() > Method.LONGEST_PAGE.toMillis();
        return Rules.fetches(hit) && hit.status() == 200 && !heldOpen && (isPage(hit) || isContent(hit));
    }

    private static boolean isPage(Hit hit) {
        String type = Rules.contentType(hit);
        boolean hypertext = type.startsWith("text/html") || type.startsWith("application/xhtml");
        return hypertext && hit.bytes() >= Method.SMALLEST_PAGE;
    }

    /** Data that a page shows, such as the next part of a feed. Some sites send it as a script. */
    private static boolean isContent(Hit hit) {
        String type = Rules.contentType(hit);
        boolean data = type.contains("json") || type.contains("javascript") && "POST".equals(hit.method());
        return data && hit.bytes() >= Method.SMALLEST_DATA && !isByItself(hit.path());
    }

    private static boolean isByItself(String path) {
        return path != null
                && NO_LETTERS.splitAsStream(path.toLowerCase(Locale.ROOT)).anyMatch(BY_ITSELF::contains);
    }
}
