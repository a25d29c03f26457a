package org.modicum.pipeline.synth;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Somebody on social media: pages, scrolling, silent reading, a video now and then; and afterwards, often, a tab that is
 * left open and polls for hours while nobody looks.
 */
final class Session {
    /** Servers and browsers close a connection on which nothing was said for so long. */
    private static final long IDLE_CLOSE = 115_000;

    private final Wire wire;
    private final SplittableRandom random;
    private final boolean plain;

    Session(Wire wire, SplittableRandom random, boolean plain) {
        this.wire = wire;
        this.random = random;
        this.plain = plain;
    }

    /** @param until a tab that is left open has been closed by then: the end of the day */
    void use(Service service, long from, long to, long until, List<Interval> attention) {
        attention.add(new Interval(service, from, to));
        Connection page = new Connection(service.page(), from);
        Connection assets = new Connection(service.assets(), from + 200);
        boolean watching = service.streams() && random.nextInt(3) > 0;
        long now = from;
        load(page, assets, now, true);
        while (now < to) {
            now = Math.min(to, now + pause());
            if (now < to) {
                scroll(page, assets, now);
            }
        }
        if (watching) {
            stream(service, from + 2_000, to);
        }
        boolean leftOpen = !service.poll().isEmpty() && random.nextInt(5) < 2;
        long closed = leftOpen ? Math.min(until, to + random.nextInt(600, 4 * 3600) * 1000L) : to;
        poll(service, page, to, closed);
        assets.close(to + IDLE_CLOSE);
        page.close(Math.min(until, Math.max(closed, to) + (leftOpen ? 500 : IDLE_CLOSE)));
    }

    /** Between two signs of life: mostly seconds, sometimes a long silent read. */
    private long pause() {
        return random.nextInt(12) == 0 ? random.nextInt(60_000, 130_000) : random.nextInt(6_000, 32_000);
    }

    private void load(Connection page, Connection assets, long time, boolean first) {
        page.get(
                time,
                "/" + (first ? "" : "p/" + random.nextInt(100_000)),
                "text/html",
                random.nextInt(60_000, 260_000));
        for (int i = 0; i < random.nextInt(3, 7); i++) {
            assets.get(
                    time + random.nextInt(200, 2_000),
                    "/v/" + random.nextInt(9_999) + ".jpg",
                    "image/jpeg",
                    random.nextInt(8_000, 160_000));
        }
    }

    private void scroll(Connection page, Connection assets, long time) {
        if (random.nextInt(5) == 0) {
            load(page, assets, time, false);
            return;
        }
        page.post(time, "/api/graphql/", "application/json", random.nextInt(9_000, 120_000));
        for (int i = 0; i < random.nextInt(1, 4); i++) {
            assets.get(
                    time + random.nextInt(100, 900),
                    "/v/" + random.nextInt(9_999) + ".jpg",
                    "image/jpeg",
                    random.nextInt(10_000, 200_000));
        }
    }

    private void stream(Service service, long from, long to) {
        Connection media = new Connection(service.media(), from);
        for (long now = from; now < to; now += random.nextInt(4_000, 9_500)) {
            media.get(now, "/videoplayback", "video/mp4", random.nextInt(400_000, 2_400_000));
        }
        media.close(to + IDLE_CLOSE);
    }

    private void poll(Service service, Connection page, long from, long until) {
        boolean ownHost = service.poll().equals(service.page());
        Connection connection = ownHost ? page : new Connection(service.poll(), from);
        long every = random.nextInt(20_000, 60_000);
        for (long now = from + every; now < until; now += every) {
            connection.get(now, "/ping/poll", "application/json", random.nextInt(80, 900));
        }
        if (!ownHost) {
            connection.close(until);
        }
    }

    /** Requests to one host: lines of their own, or bytes in a tunnel that closes when it has been silent. */
    private final class Connection {
        private final String host;
        private long opened;
        private long last;
        private long bytes;

        private Connection(String host, long opened) {
            this.host = host;
            this.opened = opened;
            this.last = opened;
        }

        private void get(long time, String path, String type, long size) {
            send("GET", time, path, type, size);
        }

        private void post(long time, String path, String type, long size) {
            send("POST", time, path, type, size);
        }

        private void send(String method, long time, String path, String type, long size) {
            if (plain) {
                wire.request(time, method, host, path, type, size);
                return;
            }
            if (bytes > 0 && time - last > IDLE_CLOSE) {
                close(last + IDLE_CLOSE);
                opened = time;
            }
            bytes += size + 600;
            last = Math.max(last, time);
        }

        private void close(long time) {
            if (!plain && bytes > 0) {
                wire.tunnel(opened, Math.min(time, last + IDLE_CLOSE), host, bytes);
                bytes = 0;
            }
        }
    }
}
