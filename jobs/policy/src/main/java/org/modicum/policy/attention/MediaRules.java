package org.modicum.policy.attention;

/** Requests, seen in full, to hosts that stream video and sound. */
final class MediaRules {

    private MediaRules() {}

    static Evidence evidence(Hit hit) {
        Span transfer = Rules.transfer(hit);
        if (!isPartOfStream(hit)) {
            return Evidence.passive(transfer);
        }
        if (hit.elapsedMillis() > Method.LONGEST_PAGE.toMillis()) {
            return TunnelRules.evidence(hit, Looking.WATCHING);
        }
        return Evidence.deliberate(
                transfer,
                new Span(
                        transfer.fromMillis(),
                        transfer.toMillis() + Looking.WATCHING.dwell().toMillis()));
    }

    private static boolean isPartOfStream(Hit hit) {
        boolean answered = hit.status() == 200 || hit.status() == 206;
        boolean picture = Rules.contentType(hit).startsWith("image/");
        return Rules.fetches(hit) && answered && !picture && hit.bytes() >= Method.SMALLEST_MEDIA;
    }
}
