package org.modicum.policy.attention;

import java.time.Duration;
import java.util.List;

/**
 * The method by which active minutes are estimated: its version, its constants and, with {@link Looking}, its paces, and its
 * error. The reasons stand in {@code docs/reference/method.md}; whoever changes a constant changes the version.
 */
public final class Method {

    /** Goes with every figure, so that two figures are compared only if made alike. */
    public static final String VERSION = "slots-2";

    /** Mean error and bias against known answers; empty for a method that nobody has measured. */
    public static final List<PublishedError> PUBLISHED_ERROR = PublishedError.of(VERSION);

    /** Reading is silent: so long a gap between two signs of attention is attention too. */
    static final Duration GAP = Duration.ofSeconds(90);

    /** How much of the estimate can be called certain: a log shows only roughly when a visit ended. */
    static final int CERTAIN_PERCENT = 50;

    /** A page that takes longer to arrive is a connection held open by a script. */
    static final Duration LONGEST_PAGE = Duration.ofSeconds(30);

    /** Squid ends a client's connection after a day ({@code client_lifetime}); longer times are damage. */
    static final Duration LONGEST_TRANSFER = Duration.ofDays(1);

    /** Bytes of a page, compressed, headers included. Below are redirects, frames and error texts. */
    static final long SMALLEST_PAGE = 4_000;

    /** Bytes of data that a page shows. Below are answers to polls. */
    static final long SMALLEST_DATA = 4_000;

    /** Bytes of a piece of video. Below are play lists, thumbnails and probes. */
    static final long SMALLEST_MEDIA = 64_000;

    /** Bytes per second of a page that nobody looks at and that polls. */
    static final double POLLING = 80;

    /** A browser or server keeps an unused tunnel open at least about so long. */
    static final Duration IDLE_END = Duration.ofSeconds(90);

    private Method() {}
}
