package org.modicum.pipeline.settings;

import java.time.Duration;

/**
 * How a release keeps anybody from standing out.
 *
 * @param minimumGroup the fewest people a published figure may rest on; never below 5
 * @param roundTo counts of people are published as multiples of this; never below 5
 * @param dominance percent of the p % rule: nobody's minutes may be estimated from a total more closely than this
 * @param grace how long after the end of its week a release is made, for logs that arrive late
 */
public record ReleaseSettings(int minimumGroup, int roundTo, int dominance, Duration grace) {

    private static final int LEAST_MINIMUM_GROUP = 5;
    private static final int LEAST_ROUND_TO = 5;
    private static final int MANY = 1000;

    static ReleaseSettings read(Section section) {
        ReleaseSettings release = new ReleaseSettings(
                section.required("minimum-group")
                        .flatMap(setting -> setting.whole(LEAST_MINIMUM_GROUP, MANY))
                        .orElse(MANY),
                section.required("round-to")
                        .flatMap(setting -> setting.whole(LEAST_ROUND_TO, MANY))
                        .orElse(MANY),
                section.required("dominance")
                        .flatMap(setting -> setting.whole(1, 100))
                        .orElse(100),
                section.required("grace").flatMap(Setting::duration).orElse(Duration.ZERO));
        section.noOtherKeys();
        return release;
    }
}
