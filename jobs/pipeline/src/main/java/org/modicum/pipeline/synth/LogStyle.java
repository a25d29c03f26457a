package org.modicum.pipeline.synth;

/** What the proxy sees of the web. */
public enum LogStyle {
    /** Every request, as with plain HTTP or an intercepting proxy. */
    PLAIN,
    /** HTTPS tunnels alone. */
    TUNNEL,
    /** Mostly tunnels, some plain requests: today's web. */
    MIXED
}
