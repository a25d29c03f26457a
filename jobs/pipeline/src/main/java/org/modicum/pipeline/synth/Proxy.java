package org.modicum.pipeline.synth;

/** What the proxy notes of one machine: transfers, challenges, refusals and failures. */
final class Proxy {
    private static final long HANDSHAKE = 3_900;

    private final Machine machine;
    private final SquidLines lines;
    private final Chance chance;

    Proxy(Machine machine, SquidLines lines, Chance chance) {
        this.machine = machine;
        this.lines = lines;
        this.chance = chance;
    }

    Machine machine() {
        return machine;
    }

    /** A request that the proxy sees; {@code start} is when it was sent. */
    void request(long start, String method, Address to, String type, long bytes) {
        challenge(start, method, "http://" + to.host() + "/", machine.asked() ? 0.03 : 0.002);
        if (chance.happens(0.003)) {
            String moved = chance.happens(0.5) ? "TCP_MISS/301" : "TCP_MISS/302";
            line(start, chance.between(15, 120), moved, chance.between(350, 700), method, url(to), direct(to), "-");
        }
        boolean isStatic = type.startsWith("image/") || type.endsWith("javascript") || type.startsWith("font/");
        String result = isStatic ? ofStatic() : type.startsWith("video/") ? "TCP_MISS/206" : "TCP_MISS/200";
        if (bytes == 0) {
            result = "TCP_MISS/204";
        }
        boolean here = result.contains("HIT");
        long sent = result.endsWith("304") ? chance.between(250, 420) : bytes + chance.between(280, 620);
        long elapsed = here ? chance.between(0, 4) : Math.round(chance.lognormal(60, 0.8)) + sent / 2_500;
        line(start, elapsed, result, sent, method, url(to), here ? "HIER_NONE/-" : direct(to), type);
    }

    /** A tunnel, noted when it closes. */
    void tunnel(long opened, long closed, Address to, long bytes) {
        line(
                opened,
                closed - opened,
                "TCP_TUNNEL/200",
                bytes + HANDSHAKE,
                "CONNECT",
                to.host() + ":443",
                direct(to),
                "-");
    }

    /** A machine that has not logged in yet, or not with this connection, is asked to: nobody's use. */
    void challengeTunnel(long time, Address to) {
        challenge(time, "CONNECT", to.host() + ":443", machine.asked() ? 0.45 : 0.01);
    }

    void refused(long time, Address to) {
        line(time, 0, "TCP_DENIED/403", 3_934, "CONNECT", to.host() + ":443", "HIER_NONE/-", "text/html");
    }

    /** A host that cannot be found, a server that does not answer, a client that hangs up before it has asked. */
    void failed(long time, Address to) {
        double kind = chance.uniform(0, 3);
        if (kind < 1) {
            line(time, 0, "NONE_NONE/503", 0, "CONNECT", to.host() + ":443", "HIER_NONE/-", "-");
        } else if (kind < 2) {
            line(time, 59_900, "TCP_TUNNEL/503", 0, "CONNECT", to.host() + ":443", "HIER_NONE/-", "-");
        } else {
            String none = "error:transaction-end-before-headers";
            lines.add(time, 0, machine.address(), "NONE_NONE/000", 0, "-", none, "-", "HIER_NONE/-", "-");
        }
    }

    private void challenge(long time, String method, String url, double probability) {
        if (chance.happens(probability)) {
            String user = chance.happens(0.02) ? machine.user() : "-";
            lines.add(
                    time + 1,
                    chance.between(0, 1),
                    machine.address(),
                    "TCP_DENIED/407",
                    chance.between(3_980, 4_320),
                    method,
                    url,
                    user,
                    "HIER_NONE/-",
                    "text/html");
        }
    }

    private String ofStatic() {
        double kind = chance.uniform(0, 100);
        if (kind < 80) {
            return "TCP_MISS/200";
        }
        if (kind < 86) {
            return "TCP_MISS/304";
        }
        if (kind < 90) {
            return "TCP_REFRESH_UNMODIFIED/304";
        }
        if (kind < 93) {
            return "TCP_IMS_HIT/304";
        }
        return kind < 97 ? "TCP_HIT/200" : "TCP_MEM_HIT/200";
    }

    private void line(
            long start, long elapsed, String result, long bytes, String method, String url, String from, String type) {
        lines.add(start + elapsed, elapsed, machine.address(), result, bytes, method, url, machine.user(), from, type);
    }

    private static String url(Address to) {
        return "http://" + to.host() + to.path();
    }

    private static String direct(Address to) {
        int hash = to.host().hashCode();
        int last = Math.floorMod(hash, 250) + 1;
        return Math.floorMod(hash, 9) == 0
                ? "HIER_DIRECT/2001:db8:" + Integer.toHexString(Math.floorMod(hash, 4_096)) + "::" + last
                : "HIER_DIRECT/198.51." + Math.floorMod(hash >> 8, 250) + "." + last;
    }
}
