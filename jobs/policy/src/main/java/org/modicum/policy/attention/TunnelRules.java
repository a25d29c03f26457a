package org.modicum.policy.attention;

/** HTTPS tunnels ({@code CONNECT}), which show nothing but host, bytes and duration. */
final class TunnelRules {

    private TunnelRules() {}

    static Evidence evidence(Hit hit, Looking looking) {
        Span transfer = Rules.transfer(hit);
        double polls = Method.POLLING * hit.elapsedMillis() / 1000.0;
        double content = hit.bytes() - polls - looking.smallestVisit();
        if (content < 0) {
            return Evidence.passive(transfer);
        }
        long dwell = looking.dwell().toMillis();
        long looked = Math.round(content * 1000 / looking.bytesPerSecond());
        long carried = Math.max(hit.elapsedMillis() - Method.IDLE_END.toMillis(), 0);
        long busy = Math.min(looked, carried) + dwell;
        return Evidence.deliberate(transfer, new Span(transfer.fromMillis(), transfer.fromMillis() + busy));
    }
}
