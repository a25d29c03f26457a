package org.modicum.policy.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final WorkingTime OFFICE = new WorkingTime(
            LONDON,
            WEEKDAYS,
            List.of(TimeRange.parse("09:00-12:00"), TimeRange.parse("13:00-17:00")),
            Holidays.of("gb-eng"));

    @ParameterizedTest
    @CsvFileSource(resources = "working-time.csv", useHeadersInDisplayName = true)
    void aQuarterHourHasTheSlotsThatAreWorked(String description, Instant quarter, int slots, Integer first) {
        long mask = OFFICE.slots(quarter.getEpochSecond());
        assertThat(Long.bitCount(mask)).isEqualTo(slots);
        if (first != null) {
            assertThat(Long.numberOfTrailingZeros(mask)).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-23, 35", // the week before the clocks go forward
        "2026-03-30, 28", // the week after; Good Friday takes one day of seven hours
        "2026-10-19, 35",
        "2026-10-26, 35"
    })
    void aWeekHasItsHoursWhateverTheClocksDo(LocalDate monday, int hours) {
        assertThat(slotsBetween(OFFICE, monday, monday.plusWeeks(1))).isEqualTo(hours * 240);
    }

    @Test
    void anHourThatTheClocksSkipOrRepeatIsWorkedNeverOrTwice() {
        WorkingTime nights = new WorkingTime(
                LONDON, EnumSet.allOf(DayOfWeek.class), List.of(TimeRange.parse("01:00-02:00")), Holidays.none());
        LocalDate forward = LocalDate.of(2026, 3, 29);
        LocalDate back = LocalDate.of(2026, 10, 25);
        assertThat(slotsBetween(nights, forward, forward.plusDays(1))).isZero();
        assertThat(slotsBetween(nights, back, back.plusDays(1))).isEqualTo(480);
    }

    @Test
    void hoursThatBeginWithinAQuarterHourAreExactToTheSlot() {
        WorkingTime odd = new WorkingTime(LONDON, WEEKDAYS, List.of(TimeRange.parse("09:07-09:13")), Holidays.none());
        long mask = odd.slots(Instant.parse("2026-01-12T09:00:00Z").getEpochSecond());
        assertThat(mask).isEqualTo(((1L << 24) - 1) << 28);
    }

    @Test
    void midnightEndsADayAndNotTheRange() {
        WorkingTime porters = new WorkingTime(
                LONDON,
                EnumSet.of(DayOfWeek.MONDAY),
                List.of(TimeRange.parse("00:00-06:00"), TimeRange.parse("22:00-24:00")),
                Holidays.none());
        assertThat(slotsBetween(porters, LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 13)))
                .isEqualTo(8 * 240);
        assertThat(slotsBetween(porters, LocalDate.of(2026, 1, 13), LocalDate.of(2026, 1, 19)))
                .isZero();
    }

    @Test
    void overlappingRangesCountOnce() {
        WorkingTime twice = new WorkingTime(
                LONDON,
                WEEKDAYS,
                List.of(TimeRange.parse("09:00-12:00"), TimeRange.parse("11:00-13:00")),
                Holidays.none());
        assertThat(slotsBetween(twice, LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 13)))
                .isEqualTo(4 * 240);
    }

    @Test
    void aQuarterHourThatBeginsElsewhereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.slots(901)).withMessageContaining("901");
    }

    @Test
    void workingTimeWithoutDaysOrHoursIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingTime(LONDON, Set.of(), OFFICE.hours(), Holidays.none()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingTime(LONDON, WEEKDAYS, List.of(), Holidays.none()));
    }

    @Test
    void serialisedWorkingTimeIsTheSame() throws IOException, ClassNotFoundException {
        assertThat(Copies.serialised(OFFICE)).isEqualTo(OFFICE);
    }

    @Property
    void everySlotAgreesWithTheCalendar(@ForAll @LongRange(min = 1_600_000, max = 2_100_000) long quarterNumber) {
        long quarter = quarterNumber * 900;
        long mask = OFFICE.slots(quarter);
        for (int slot = 0; slot < 60; slot++) {
            ZonedDateTime local = Instant.ofEpochSecond(quarter + 15L * slot).atZone(LONDON);
            LocalTime time = local.toLocalTime();
            boolean morning = !time.isBefore(LocalTime.of(9, 0)) && time.isBefore(LocalTime.NOON);
            boolean afternoon = !time.isBefore(LocalTime.of(13, 0)) && time.isBefore(LocalTime.of(17, 0));
            boolean expected = OFFICE.isWorkingDay(local.toLocalDate()) && (morning || afternoon);
            assertThat((mask >>> slot & 1) == 1).isEqualTo(expected);
        }
    }

    private static int slotsBetween(WorkingTime time, LocalDate from, LocalDate to) {
        int slots = 0;
        long end = to.atStartOfDay(time.zone()).toEpochSecond();
        for (long quarter = from.atStartOfDay(time.zone()).toEpochSecond(); quarter < end; quarter += 900) {
            slots += Long.bitCount(time.slots(quarter));
        }
        return slots;
    }
}
