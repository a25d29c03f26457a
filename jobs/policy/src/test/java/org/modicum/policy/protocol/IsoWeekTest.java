package org.modicum.policy.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {

    @ParameterizedTest
    @CsvFileSource(resources = "iso-week.csv", useHeadersInDisplayName = true)
    void aDayAtTheTurnOfAYearIsInItsWeek(LocalDate day, String week) {
        assertThat(IsoWeek.of(day)).isEqualTo(IsoWeek.parse(week));
        assertThat(day)
                .isBetween(IsoWeek.parse(week).monday(), IsoWeek.parse(week).sunday());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2021-W53", "2026-W54", "2026-W00", "2026-w01", "2026W01", "26-W01", "2026-W1", "", "0000-W01"})
    void aWeekThatDoesNotExistIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IsoWeek.parse(text));
    }

    @Test
    void theMessageSaysHowToWriteAWeek() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsoWeek.parse("last week"))
                .withMessageContaining("2026-W01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsoWeek.parse("2025-W53"))
                .withMessageContaining("weeks 1 to 52");
    }

    @Test
    void theWeekAfterWeek53IsWeek1() {
        assertThat(IsoWeek.parse("2026-W53").plusWeeks(1)).hasToString("2027-W01");
        assertThat(IsoWeek.parse("2021-W01").plusWeeks(-1)).hasToString("2020-W53");
    }

    @Property
    void textAndDaysLeadBackToTheWeek(@ForAll @LongRange(min = -700_000, max = 2_000_000) long epochDay) {
        IsoWeek week = IsoWeek.of(LocalDate.ofEpochDay(epochDay));
        assertThat(IsoWeek.parse(week.toString())).isEqualTo(week);
        assertThat(week.monday().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(week.sunday()).isEqualTo(week.monday().plusDays(6));
        assertThat(IsoWeek.of(week.sunday())).isEqualTo(week);
    }

    @Property
    void weeksAreOrderedAsTheirDays(
            @ForAll @LongRange(min = 0, max = 40_000) long epochDay,
            @ForAll @IntRange(min = -500, max = 500) int weeks) {
        IsoWeek week = IsoWeek.of(LocalDate.ofEpochDay(epochDay));
        assertThat(Integer.signum(week.plusWeeks(weeks).compareTo(week))).isEqualTo(Integer.signum(weeks));
        assertThat(week.plusWeeks(weeks).plusWeeks(-weeks)).isEqualTo(week);
    }
}
