package org.modicum.policy.attention;

import java.time.Duration;
import org.modicum.policy.catalogue.Pace;

/**
 * What it takes, in bytes and time, to look at one kind of thing. {@code docs/reference/method.md} gives the reasons.
 *
 * @param dwell how long the last page or piece of video holds somebody who does nothing more
 * @param smallestVisit bytes of a tunnel in which something was looked at; below are widgets, pixels and handshakes
 * @param bytesPerSecond bytes that come while somebody looks, on the page's own host
 */
record Looking(Duration dwell, long smallestVisit, double bytesPerSecond) {

    /** A feed: a part of some 80 kB every 20 seconds. */
    static final Looking FEED = new Looking(Duration.ofSeconds(20), 100_000, 4_000);

    /** Short posts: a part of some 50 kB every 20 seconds. */
    static final Looking POSTS = new Looking(Duration.ofSeconds(20), 100_000, 2_500);

    /** Texts: a page of some 40 kB a minute. */
    static final Looking READING = new Looking(Duration.ofSeconds(60), 20_000, 700);

    /** Messages: small, after an application of some size was loaded. */
    static final Looking CHAT = new Looking(Duration.ofSeconds(20), 80_000, 700);

    /** Video of 480 lines, 1.6 Mbit/s. */
    static final Looking WATCHING = new Looking(Duration.ofSeconds(20), 150_000, 200_000);

    static Looking at(Pace pace) {
        switch (pace) {
            case FEED:
                return FEED;
            case POSTS:
                return POSTS;
            case READING:
                return READING;
            case CHAT:
                return CHAT;
        }
        throw new AssertionError(pace);
    }
}
