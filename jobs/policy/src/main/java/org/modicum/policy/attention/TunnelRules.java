package org.modicum.policy.attention;

/** HTTPS tunnels ({@code CONNECT}), which show nothing but host, bytes and duration. */
final class TunnelRules {

    private TunnelRules() {}

    static Evidence evidence(Hit hit) {
        Span transfer = Rules.transfer(hit);
        if (hit.bytes() < Method.SMALLEST_VISIT) {
            return Evidence.passive(transfer);
        }
        long busy = busyMillis(hit);
        if (hit.bytes() * 1000.0 / busy < Method.SLOWEST_VISIT) {
            return Evidence.passive(transfer);
        }
        return Evidence.deliberate(transfer, new Span(transfer.fromMillis(), transfer.fromMillis() + busy));
    }

    /** The tunnel without its idle end; at least a dwell, for something was read. */
    private static long busyMillis(Hit hit) {
        return Math.max(hit.elapsedMillis() - Method.IDLE_END.toMillis(), Method.DWELL.toMillis());
    }
}
