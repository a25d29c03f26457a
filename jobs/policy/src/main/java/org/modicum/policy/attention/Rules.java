package org.modicum.policy.attention;

import java.util.Locale;
import org.modicum.policy.catalogue.Pace;
import org.modicum.policy.catalogue.Use;

/**
 * Which hits are evidence of attention, and for how long. {@link Method} gives the reason for each number.
 *
 * <p>Every doubt is decided for the person: a hit that may be the browser's own doing is passive.
 */
final class Rules {

    private Rules() {}

    /**
     * Whether the line says nothing about anybody's use: no answer was given (status 0), the proxy asked for a password
     * (407) or refused, the request failed, or the times cannot be true.
     */
    static boolean isNobodysUse(Hit hit) {
        boolean answered = hit.status() >= 100 && hit.status() < 400;
        boolean possible = hit.elapsedMillis() >= 0
                && hit.elapsedMillis() <= Method.LONGEST_TRANSFER.toMillis()
                && hit.endMillis() >= hit.elapsedMillis()
                && hit.bytes() >= 0;
        return !answered || !possible;
    }

    static Evidence evidence(Use use, Pace pace, Hit hit) {
        boolean tunnel = "CONNECT".equals(hit.method());
        switch (use) {
            case PAGE:
                return tunnel
                        ? TunnelRules.evidence(hit, Looking.at(pace))
                        : PageRules.evidence(hit, Looking.at(pace).dwell());
            case MEDIA:
                return tunnel ? TunnelRules.evidence(hit, Looking.WATCHING) : MediaRules.evidence(hit);
            case ASSET:
                // Some sites send pictures and videos from the same hosts; a request says which it was.
                return contentType(hit).startsWith("video/")
                        ? MediaRules.evidence(hit)
                        : Evidence.passive(transfer(hit));
            case BACKGROUND:
            case EMBEDDED:
                return Evidence.passive(transfer(hit));
        }
        throw new AssertionError(use);
    }

    /** A line is written when the transfer ends: it covers {@code [end - elapsed, end]}. */
    static Span transfer(Hit hit) {
        return new Span(hit.endMillis() - hit.elapsedMillis(), hit.endMillis());
    }

    /** Whether the request brings something to look at. */
    static boolean fetches(Hit hit) {
        return "GET".equals(hit.method()) || "POST".equals(hit.method());
    }

    /** The content type in lower case; empty if unknown. */
    static String contentType(Hit hit) {
        return hit.contentType() == null ? "" : hit.contentType().toLowerCase(Locale.ROOT);
    }
}
