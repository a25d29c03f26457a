package org.modicum.pipeline.synth;

import java.util.List;
import java.util.SplittableRandom;

/** Writes what a browser does as the lines that the proxy would log of it. */
final class Wire {
    private final Person person;
    private final SplittableRandom random;
    private final List<LogLine> lines;

    Wire(Person person, SplittableRandom random, List<LogLine> lines) {
        this.person = person;
        this.random = random;
        this.lines = lines;
    }

    /** A request that the proxy sees; {@code start} is when it was sent. */
    void request(long start, String method, String host, String path, String type, long bytes) {
        challenge(start, host, method, 0.02);
        long elapsed = random.nextInt(20, 400) + bytes / 2_000;
        String result = random.nextInt(60) == 0 ? "TCP_MISS/304" : bytes == 0 ? "TCP_MISS/204" : "TCP_MISS/200";
        long size = result.endsWith("304") ? 380 : bytes + 350;
        add(start + elapsed, elapsed, result, size, method, "http://" + host + path, type);
    }

    /** A tunnel, logged when it closes. */
    void tunnel(long open, long close, String host, long bytes) {
        challenge(open, host, "CONNECT", 0.15);
        add(close, close - open, "TCP_TUNNEL/200", bytes + 3_900, "CONNECT", host + ":443", "-");
    }

    void denied(long time, String host) {
        add(time, 1, "TCP_DENIED/403", 3_960, "CONNECT", host + ":443", "text/html");
    }

    void failed(long time, String host) {
        if (random.nextBoolean()) {
            add(time, 30_000, "NONE_NONE/503", 0, "CONNECT", host + ":443", "-");
        } else {
            add(time, 0, "NONE_NONE/000", 0, "-", "error:transaction-end-before-headers", "-");
        }
    }

    /** Proxies ask for a password before they serve: a line that is nobody's use. */
    private void challenge(long time, String host, String method, double often) {
        if (random.nextDouble() < often) {
            boolean tunnel = method.equals("CONNECT");
            lines.add(new LogLine(
                    time,
                    random.nextInt(3),
                    person.client(),
                    "TCP_DENIED/407",
                    4_106,
                    method,
                    tunnel ? host + ":443" : "http://" + host + "/",
                    "-",
                    "HIER_NONE/-",
                    "text/html"));
        }
    }

    private void add(long end, long elapsed, String result, long bytes, String method, String url, String contentType) {
        boolean answered = !result.startsWith("TCP_DENIED") && !result.startsWith("NONE");
        String user = url.startsWith("error:") ? "-" : person.logged();
        String hierarchy = answered ? "HIER_DIRECT/192.0.2." + (Math.floorMod(url.hashCode(), 250) + 1) : "HIER_NONE/-";
        lines.add(new LogLine(end, elapsed, person.client(), result, bytes, method, url, user, hierarchy, contentType));
    }
}
