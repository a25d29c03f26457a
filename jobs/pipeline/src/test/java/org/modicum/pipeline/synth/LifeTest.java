package org.modicum.pipeline.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modicum.policy.protocol.Holidays;

class LifeTest {
    private static final LocalDate START = LocalDate.parse("2026-02-02");

    /** Memory must not grow with the number of days: what a life holds at midnight is what is still open. */
    @Test
    void aLifeHoldsNoMoreAfterWeeksThanAfterADay() {
        SynthPlan plan = new SynthPlan(Path.of("unused"), 40, START, 30, 3, LogStyle.PLAIN, LoggedLine.ZONE);
        Web web = Web.read();
        Timetable timetable = new Timetable(plan.zone(), Holidays.none());
        List<Life> lives = new University(plan, web)
                .people().stream()
                        .map(person -> new Life(person, plan, web, timetable))
                        .toList();

        for (int i = 0; i < plan.days(); i++) {
            LocalDate day = START.plusDays(i);
            long midnight =
                    day.plusDays(1).atStartOfDay(plan.zone()).toInstant().toEpochMilli();
            for (Life life : lives) {
                life.beginDay(day);
                List<Line> lines = life.liveUntil(midnight);
                assertThat(lines).allMatch(line -> line.endMillis() < midnight);
                assertThat(life.underWay()).isLessThan(100);
            }
        }
    }
}
