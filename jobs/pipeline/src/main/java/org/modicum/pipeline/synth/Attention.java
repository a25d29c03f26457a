package org.modicum.pipeline.synth;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one person really looked at on one day, in working time alone. Nobody looks at two things at once. */
final class Attention {
    private final Map<String, Long> millisBySite = new TreeMap<>();
    private List<Stretch> workingTime = List.of();

    void beginDay(List<Stretch> workingTimeOfDay) {
        millisBySite.clear();
        workingTime = workingTimeOfDay;
    }

    void add(String site, long from, long to) {
        for (Stretch stretch : workingTime) {
            long millis = stretch.overlap(from, to);
            if (millis > 0) {
                millisBySite.merge(site, millis, Long::sum);
            }
        }
    }

    /** Whether any of the day is working time. */
    boolean isWorkingDay() {
        return !workingTime.isEmpty();
    }

    Map<String, Long> millisBySite() {
        return millisBySite;
    }
}
