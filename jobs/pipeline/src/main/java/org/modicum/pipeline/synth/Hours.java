package org.modicum.pipeline.synth;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Working time on a working day: two stretches around lunch. */
record Hours(LocalTime start, LocalTime lunch, LocalTime back, LocalTime end) {
    static final Hours USUAL =
            new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0), LocalTime.of(13, 0), LocalTime.of(17, 0));
    static final Hours LATE =
            new Hours(LocalTime.of(10, 0), LocalTime.of(13, 0), LocalTime.of(14, 0), LocalTime.of(18, 0));

    List<Stretch> on(LocalDate day, ZoneId zone) {
        return List.of(
                new Stretch(millis(day, start, zone), millis(day, lunch, zone)),
                new Stretch(millis(day, back, zone), millis(day, end, zone)));
    }

    static long millis(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant().toEpochMilli();
    }
}
