package org.modicum.policy.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {

    @ParameterizedTest
    @CsvSource({
        "09:00-12:00, 540, 720",
        "9:00-12:30, 540, 750",
        "00:00-24:00, 0, 1440",
        "22:00 - 24:00, 1320, 1440",
        "08:59-09:00, 539, 540"
    })
    void aRangeIsReadInMinutesOfTheDay(String text, int from, int to) {
        assertThat(TimeRange.parse(text)).isEqualTo(new TimeRange(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9-12", "09:00", "09:00-25:00", "09:60-10:00", "24:01-24:02", "09.00-12.00", "morning"})
    void whatIsNoRangeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22:00-06:00", "09:00-09:00", "17:00-09:00"})
    void aRangeOverMidnightIsRefusedWithTheWayToWriteIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeRange.parse(text))
                .withMessageContaining("22:00-24:00");
    }

    @Test
    void theTextLeadsBackToTheRange() {
        TimeRange range = TimeRange.parse("9:05-24:00");
        assertThat(range).hasToString("09:05-24:00");
        assertThat(TimeRange.parse(range.toString())).isEqualTo(range);
    }
}
