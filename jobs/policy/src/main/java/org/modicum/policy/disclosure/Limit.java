package org.modicum.policy.disclosure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Threshold;

/**
 * What a group's row says of thresholds: one if all its departments have the same, else each department's in their order.
 *
 * @param common the threshold of all of them, if they have the same
 */
record Limit(String minutes, String per, Optional<Threshold> common, boolean any) {
    private static final double NEAR = 0.75;
    private static final int WORKING_DAYS = 5;

    static Limit of(Group group) {
        List<Optional<Threshold>> all =
                group.departments().stream().map(Department::threshold).toList();
        List<String> texts = all.stream().map(Limit::text).distinct().toList();
        boolean any = all.stream().anyMatch(Optional::isPresent);
        if (texts.size() == 1) {
            return new Limit(minutes(all.get(0)), per(all.get(0)), all.get(0), any);
        }
        return new Limit(
                all.stream().map(Limit::minutes).collect(Collectors.joining(";")),
                all.stream().map(Limit::per).collect(Collectors.joining(";")),
                Optional.empty(),
                any);
    }

    /** From published figures alone, so that it says no more than they do. */
    String status(double minutesPerHead) {
        if (common.isEmpty()) {
            return any ? "mixed" : "no-threshold";
        }
        double aDay = common.get().per() == Per.DAY
                ? common.get().minutes()
                : common.get().minutes() / (double) WORKING_DAYS;
        if (minutesPerHead >= aDay) {
            return "above";
        }
        return minutesPerHead >= NEAR * aDay ? "near" : "within";
    }

    private static String minutes(Optional<Threshold> threshold) {
        return threshold.map(limit -> Integer.toString(limit.minutes())).orElse("");
    }

    private static String per(Optional<Threshold> threshold) {
        return threshold
                .map(limit -> limit.per().name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static String text(Optional<Threshold> threshold) {
        return minutes(threshold) + " " + per(threshold);
    }
}
