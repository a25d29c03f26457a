package org.modicum.pipeline.synth;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The true minutes of a person's working day, by site; {@code all} is their sum, since nobody looks at two at once. */
final class Truth {
    static final String ALL = "all";
    static final String WORK_RELATED = "work-related";

    private Truth() {}

    static Map<String, Double> minutes(Person person, LocalDate day, ZoneId zone, List<Interval> attention) {
        Department.Hours hours = person.departmentOn(day).hours();
        Map<String, Double> minutes = new TreeMap<>();
        minutes.put(ALL, 0.0);
        for (Interval interval : attention) {
            double working = within(interval, day, zone, hours.start(), hours.lunch())
                    + within(interval, day, zone, hours.back(), hours.end());
            if (working > 0) {
                boolean work = person.communications()
                        && (interval.service() == Service.FACEBOOK || interval.service() == Service.LINKEDIN);
                minutes.merge(work ? WORK_RELATED : interval.service().site(), working, Double::sum);
                if (!work) {
                    minutes.merge(ALL, working, Double::sum);
                }
            }
        }
        return minutes;
    }

    private static double within(Interval interval, LocalDate day, ZoneId zone, LocalTime from, LocalTime to) {
        long start = Math.max(
                interval.from(), day.atTime(from).atZone(zone).toInstant().toEpochMilli());
        long end =
                Math.min(interval.to(), day.atTime(to).atZone(zone).toInstant().toEpochMilli());
        return Math.max(0, end - start) / 60_000.0;
    }
}
