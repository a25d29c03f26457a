package org.modicum.policy.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "gb-eng, 2026-01-01, true",
        "gb-eng, 2026-01-02, false",
        "gb-sct, 2026-01-02, true",
        "gb-eng, 2026-04-06, true",
        "gb-sct, 2026-04-06, false",
        "gb-eng, 2022-09-19, true",
        "gb-eng, 2023-05-08, true",
        "gb-eng, 2026-12-26, true",
        "gb-eng, 2026-12-28, true",
        "gb-nir, 2026-03-17, true",
        "gb-eng, 2026-03-17, false",
        "de-by, 2026-01-06, true",
        "de-be, 2026-01-06, false",
        "GB-ENG, 2026-12-25, true",
        "none, 2026-12-25, false"
    })
    void holidaysAreThoseOfThePlace(String code, LocalDate day, boolean holiday) {
        assertThat(Holidays.of(code).isHoliday(day)).isEqualTo(holiday);
    }

    @Test
    void anUnknownCountryIsRefusedWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holidays.of("uk"))
                .withMessageContaining("'uk'")
                .withMessageContaining("gb");
    }

    @Test
    void anUnknownRegionIsRefusedWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holidays.of("gb-england"))
                .withMessageContaining("gb-eng, gb-nir, gb-sct, gb-wls");
        assertThatIllegalArgumentException().isThrownBy(() -> Holidays.of("gb-"));
        assertThatIllegalArgumentException().isThrownBy(() -> Holidays.of("gb-eng-worcester"));
    }

    @Test
    void serialisedHolidaysKnowTheSameDays() throws IOException, ClassNotFoundException {
        Holidays copy = Copies.serialised(Holidays.of("gb-eng"));
        assertThat(copy).isEqualTo(Holidays.of("gb-eng"));
        assertThat(copy.isHoliday(LocalDate.of(2027, 12, 27))).isTrue();
    }
}
