package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modicum.policy.protocol.IsoWeek;

/** Of which weeks a day of UTC is, whatever the clocks do; and that all names of a file are one. */
class PartTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, Europe/London, 2026-W09",
        "2026-03-02, Europe/London, 2026-W10",
        // summer time begins at 01:00 on this Sunday, and Monday then begins at 23:00
        "2026-03-29, Europe/London, 2026-W13 2026-W14",
        "2026-03-30, Europe/London, 2026-W14",
        "2026-10-18, Europe/London, 2026-W42 2026-W43",
        // it ends on this one
        "2026-10-25, Europe/London, 2026-W43",
        "2026-03-01, Europe/Berlin, 2026-W09 2026-W10",
        "2026-03-02, America/New_York, 2026-W09 2026-W10",
        "2026-03-01, America/New_York, 2026-W09",
        "2020-02-29, UTC, 2020-W09",
        "2021-01-03, UTC, 2020-W53",
        "2021-01-03, Asia/Tokyo, 2020-W53 2021-W01"
    })
    void aDayIsOfEveryWeekThatAnyMomentOfItIsIn(LocalDate day, String zone, String weeks) {
        Part part = Part.day(day, ZoneId.of(zone));

        assertThat(part.name()).isEqualTo(day.toString());
        assertThat(part.last()).isEqualTo(day);
        assertThat(part.weeks())
                .isEqualTo(Arrays.stream(weeks.split(" ")).map(IsoWeek::parse).collect(Collectors.toSet()));
    }

    @Test
    void aRunIsOfTheDayOnWhichItBegan() {
        assertThat(Part.run("20260310T020000.000Z").last()).isEqualTo(LocalDate.parse("2026-03-10"));
        assertThatIllegalStateException().isThrownBy(() -> Part.run("nightly"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/srv/w/a.parquet", "file:/srv/w/a.parquet", "file:///srv/w/a.parquet", "/srv/w/../w/a.parquet"})
    void aFileHasOnePathHoweverItIsWritten(String location) {
        assertThat(new FolderWarehouse("/srv/w").name(location)).isEqualTo("/srv/w/a.parquet");
    }
}
