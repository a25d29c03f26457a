package org.modicum.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.pipeline.settings.Sanction;
import org.modicum.pipeline.store.AnyRules;
import org.modicum.policy.protocol.IsoWeek;

/** What is past its time is refused, whether or not it was ever there; and no key is made for it. */
class WindowTest {
    private static final Instant NOW = Instant.parse("2026-04-13T10:00:00Z");
    private static final Sanction SANCTION =
            new Sanction("r", "d", LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-04-13T09:45:00Z, -",
                "2026-03-31T10:00:00Z, LATE",
                "2026-03-24T10:00:00Z, DELETED",
                "2026-03-09T00:00:00Z, -",
                "2026-03-08T23:45:00Z, DELETED",
                "2026-03-02T10:00:00Z, DELETED",
                "2026-02-01T10:00:00Z, TOO_OLD"
            })
    void aDayThatIsPastItsTimeIsRefused(Instant quarter, Fate fate) {
        assertThat(window().refusal(quarter.getEpochSecond())).isEqualTo(Optional.ofNullable(fate));
    }

    @Test
    void noKeyIsMadeForAWeekOfWhichNothingMayBeStored() {
        assertThat(window().open())
                .isEqualTo(List.of(week("2026-W11"), week("2026-W12"), week("2026-W15"), week("2026-W16")));
    }

    /** Week 14 was released, and the key of week 13 is gone, though its time has not come. */
    private static Window window() {
        Closed closed = Closed.at(NOW, Set.of(week("2026-W14"), week("2026-W10")), AnyRules.rules(), List.of());
        Closed withoutKey = new Closed(closed.released(), Set.of(week("2026-W13")), closed.firstKept());
        return Window.at(NOW, Duration.ofDays(60), SANCTION, withoutKey, ZoneId.of("Europe/London"));
    }

    private static IsoWeek week(String text) {
        return IsoWeek.parse(text);
    }
}
