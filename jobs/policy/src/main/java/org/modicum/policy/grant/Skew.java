package org.modicum.policy.grant;

import java.time.Duration;
import java.time.Instant;

/** How far two honest clocks may be apart. The same either way. */
final class Skew {
    static final Duration MOST = Duration.ofMinutes(2);

    private Skew() {}

    /** Whether the time is later than the moment, by more than clocks may be apart. */
    static boolean isAfter(Instant time, Instant moment) {
        return time.isAfter(moment.plus(MOST));
    }
}
