package org.modicum.pipeline.synth;

import java.util.LinkedHashMap;
import java.util.Map;

/** A browser behind the proxy: every request is a line of its own, or bytes in a tunnel that is a line when it closes. */
final class Browser {
    private final Agenda agenda;
    private final Proxy proxy;
    private final boolean plain;
    private final boolean anyHttp;
    private final Map<String, Tunnel> tunnels = new LinkedHashMap<>();
    private int runs;

    /**
     * @param plain the proxy sees all requests
     * @param anyHttp sites that can be had without encryption are
     */
    Browser(Agenda agenda, Proxy proxy, boolean plain, boolean anyHttp) {
        this.agenda = agenda;
        this.proxy = proxy;
        this.plain = plain;
        this.anyHttp = anyHttp;
    }

    /** Counts how often it was ended: what a tab began in an earlier run does not go on. */
    int runs() {
        return runs;
    }

    Proxy proxy() {
        return proxy;
    }

    void get(long delay, Address to, String type, long bytes) {
        send(delay, "GET", to, type, bytes);
    }

    void post(long delay, Address to, String type, long bytes) {
        send(delay, "POST", to, type, bytes);
    }

    /** A request to a site without encryption, where there still are such. */
    void http(long delay, Address to, String type, long bytes) {
        if (anyHttp) {
            proxy.request(agenda.now() + delay, "GET", to, type, bytes);
        } else {
            send(delay, "GET", to, type, bytes);
        }
    }

    /** Closes everything at once, as switching off does. */
    void end() {
        runs++;
        tunnels.values().forEach(tunnel -> tunnel.close(agenda.now(), proxy));
        tunnels.clear();
    }

    private void send(long delay, String method, Address to, String type, long bytes) {
        if (plain) {
            proxy.request(agenda.now() + delay, method, to, type, bytes);
        } else if (delay == 0) {
            carry(to, bytes);
        } else {
            int run = runs;
            agenda.at(agenda.now() + delay, () -> {
                if (run == runs) {
                    carry(to, bytes);
                }
            });
        }
    }

    private void carry(Address to, long bytes) {
        long now = agenda.now();
        Tunnel tunnel = tunnels.get(to.host());
        if (tunnel != null && tunnel.isWornOutAt(now)) {
            tunnel.close(now, proxy);
            tunnel = null;
        }
        if (tunnel == null) {
            proxy.challengeTunnel(now, to);
            tunnel = new Tunnel(to, now);
            tunnels.put(to.host(), tunnel);
            Tunnel opened = tunnel;
            agenda.at(now + 60_000, () -> closeIfSilent(to, opened));
        }
        tunnel.carry(now, bytes);
    }

    private void closeIfSilent(Address to, Tunnel tunnel) {
        if (tunnels.get(to.host()) != tunnel) {
            return;
        }
        if (tunnel.silentUntil() <= agenda.now()) {
            tunnel.close(agenda.now(), proxy);
            tunnels.remove(to.host());
        } else {
            agenda.at(tunnel.silentUntil(), () -> closeIfSilent(to, tunnel));
        }
    }
}
