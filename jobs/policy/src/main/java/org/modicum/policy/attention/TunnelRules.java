package org.modicum.policy.attention;

/** HTTPS tunnels ({@code CONNECT}), which show nothing but host, bytes and duration. */
final class TunnelRules {

    private TunnelRules() {}

    static Evidence evidence(Hit hit, double rate) {
        Span transfer = Rules.transfer(hit);
        double content = hit.bytes() - Method.POLLING * hit.elapsedMillis() / 1000.0 - Method.SMALLEST_VISIT;
        if (content < 0) {
            return Evidence.passive(transfer);
        }
        long browsing = Method.DWELL.toMillis() + Math.round(content * 1000 / rate);
        long busy = Math.min(browsing, lastedMillis(hit));
        return Evidence.deliberate(transfer, new Span(transfer.fromMillis(), transfer.fromMillis() + busy));
    }

    /** The tunnel without its idle end; at least a dwell, for something was read. */
    private static long lastedMillis(Hit hit) {
        return Math.max(hit.elapsedMillis() - Method.IDLE_END.toMillis(), Method.DWELL.toMillis());
    }
}
