package org.modicum.pipeline.synth;

/**
 * One connection to one host, over which a browser does everything it has to do with that host (HTTP/2). It lasts until
 * nothing was said for {@code idle}, or the server has had enough of it, or the browser ends.
 */
final class Tunnel {
    /** Silences after which servers hang up, in seconds; browsers themselves do after 300. */
    private static final int[] IDLE = {75, 115, 180, 240, 300};

    /** How long servers bear with one connection, in minutes. */
    private static final int[] LONGEST = {30, 60, 90, 240, 600};

    private final Address to;
    private final long opened;
    private long last;
    private long bytes;

    Tunnel(Address to, long opened) {
        this.to = to;
        this.opened = opened;
        this.last = opened;
    }

    void carry(long time, long more) {
        // Frames, headers and encryption come on top; 3 MB/s is a shared campus line.
        bytes += more + 140 + more / 100;
        last = Math.max(last, time + 40 + more / 3_000);
    }

    /** When the server hangs up if nothing more is said. */
    long silentUntil() {
        return last + IDLE[Math.floorMod(to.host().hashCode(), IDLE.length)] * 1000L;
    }

    boolean isWornOutAt(long time) {
        return time - opened > LONGEST[Math.floorMod(to.host().hashCode() >> 4, LONGEST.length)] * 60_000L;
    }

    void close(long time, Proxy proxy) {
        proxy.tunnel(opened, Math.max(time, last), to, bytes);
    }
}
