package org.modicum.policy.attention;

import java.util.Locale;

/** Requests, seen in full, to hosts that stream video and sound. */
final class MediaRules {

    private MediaRules() {}

    static Evidence evidence(Hit hit) {
        Span transfer = Rules.transfer(hit);
        if (!isPartOfStream(hit)) {
            return Evidence.passive(transfer);
        }
        if (hit.elapsedMillis() > Method.LONGEST_PAGE.toMillis()) {
            return TunnelRules.evidence(hit);
        }
        return Evidence.deliberate(
                transfer, new Span(transfer.fromMillis(), transfer.toMillis() + Method.DWELL.toMillis()));
    }

    private static boolean isPartOfStream(Hit hit) {
        boolean fetches = "GET".equals(hit.method()) || "POST".equals(hit.method());
        boolean answered = hit.status() == 200 || hit.status() == 206;
        return fetches && answered && !isImage(hit.contentType()) && hit.bytes() >= Method.SMALLEST_MEDIA;
    }

    private static boolean isImage(String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("image/");
    }
}
