package org.modicum.pipeline.settings;

import java.time.Duration;

/**
 * How a release keeps anybody from standing out.
 *
 * @param minimumGroup the fewest people a published figure may rest on; never below {@value #LEAST_MINIMUM_GROUP}
 * @param roundTo counts of people are published as multiples of this
 * @param dominance percent of the p % rule: nobody's minutes may be estimated from a total more closely than this
 * @param grace how long after the end of its week a release is made, for logs that arrive late
 */
public record ReleaseSettings(int minimumGroup, int roundTo, int dominance, Duration grace) {

    static final int LEAST_MINIMUM_GROUP = 5;
}
