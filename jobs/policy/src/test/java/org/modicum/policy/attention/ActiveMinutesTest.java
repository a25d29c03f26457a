package org.modicum.policy.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modicum.policy.attention.Days.MONDAY;
import static org.modicum.policy.attention.Days.OFFICE;
import static org.modicum.policy.attention.Days.passive;
import static org.modicum.policy.attention.Days.seen;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActiveMinutesTest {

    private static DayMinutes minutes(List<Activity> activities, String... workRelated) {
        return ActiveMinutes.of(MONDAY, activities, OFFICE, Set.of(workRelated));
    }

    @Test
    void aDayWithoutHitsIsZero() {
        assertThat(minutes(List.of())).isEqualTo(new DayMinutes(MONDAY, 0, 0, 0, Map.of(), Map.of()));
    }

    @Test
    void fourSlotsAreAMinute() {
        DayMinutes day = minutes(List.of(seen("facebook", "10:00:00", 60)));
        assertThat(day).isEqualTo(new DayMinutes(MONDAY, 0.5, 1, 1, Map.of("facebook", 1.0), Map.of()));
    }

    @Test
    void twoTabsAreNotTwoPeople() {
        DayMinutes day = minutes(List.of(seen("facebook", "10:00:00", 300), seen("youtube", "10:00:00", 300)));
        assertThat(day.likely()).isEqualTo(5);
        assertThat(day.bySite().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void aShortGapIsReadingAndALongOneIsNot() {
        long gap = Method.GAP.toSeconds();
        Activity first = seen("facebook", "10:00:00", 15);
        DayMinutes closed = minutes(List.of(first, seen("facebook", Days.after("10:00:15", gap), 15)));
        DayMinutes open = minutes(List.of(first, seen("facebook", Days.after("10:00:15", gap + 15), 15)));
        assertThat(closed.likely()).isEqualTo((gap + 30) / 60.0);
        assertThat(closed.low()).isEqualTo(0.5);
        assertThat(open.likely()).isEqualTo(0.5);
    }

    @Test
    void theLowFigureIsAtMostHalfOfTheEstimate() {
        assertThat(minutes(List.of(seen("facebook", "10:00:00", 600))).low()).isEqualTo(5);
        assertThat(minutes(List.of(seen("facebook", "10:00:00", 15))).low()).isZero();
    }

    @Test
    void aGapOverTheTurnOfAQuarterHourIsClosedToo() {
        DayMinutes day = minutes(List.of(seen("facebook", "10:14:30", 15), seen("facebook", "10:15:15", 15)));
        assertThat(day.likely()).isEqualTo(1);
    }

    @Test
    void aClosedGapBelongsToWhatWasOpenBefore() {
        DayMinutes day = minutes(List.of(seen("facebook", "10:00:00", 15), seen("youtube", "10:01:00", 15)));
        assertThat(day.bySite()).isEqualTo(Map.of("facebook", 1.0, "youtube", 0.25));
    }

    @Test
    void theSiteThatHadTheSlotBeforeKeepsIt() {
        DayMinutes day = minutes(List.of(seen("youtube", "10:00:00", 60), seen("facebook", "10:00:30", 300)));
        assertThat(day.bySite()).isEqualTo(Map.of("youtube", 1.0, "facebook", 4.5));
    }

    @Test
    void lunchIsNotBridged() {
        DayMinutes day = minutes(List.of(seen("facebook", "11:59:00", 60), seen("facebook", "13:00:00", 60)));
        assertThat(day.likely()).isEqualTo(2);
    }

    @Test
    void evenAShortBreakIsNotBridged() {
        List<Activity> hits = List.of(seen("facebook", "10:29:30", 30), seen("facebook", "10:31:00", 30));
        assertThat(ActiveMinutes.of(MONDAY, hits, Days.withBreak("10:30", "10:31"), Set.of())
                        .likely())
                .isEqualTo(1);
        assertThat(minutes(hits).likely()).isEqualTo(2);
    }

    @Test
    void passiveEvidenceIsPossibleButNotLikely() {
        DayMinutes day = minutes(List.of(passive("facebook", "10:00:00", 300)));
        assertThat(day).isEqualTo(new DayMinutes(MONDAY, 0, 0, 5, Map.of(), Map.of()));
    }

    @Test
    void workRelatedUseCountsForNobody() {
        DayMinutes day = minutes(List.of(seen("linkedin", "10:00:00", 300)), "linkedin");
        assertThat(day).isEqualTo(new DayMinutes(MONDAY, 0, 0, 0, Map.of(), Map.of("linkedin", 5.0)));
    }

    @Test
    void aSlotOfWorkAndOfLeisureIsWork() {
        DayMinutes day =
                minutes(List.of(seen("linkedin", "10:00:00", 120), seen("facebook", "10:01:00", 120)), "linkedin");
        assertThat(day).isEqualTo(new DayMinutes(MONDAY, 0.5, 1, 1, Map.of("facebook", 1.0), Map.of("linkedin", 2.0)));
    }

    @Test
    void aGapBesideWorkIsWork() {
        DayMinutes before =
                minutes(List.of(seen("facebook", "10:00:00", 15), seen("linkedin", "10:01:00", 15)), "linkedin");
        assertThat(before.bySite()).isEqualTo(Map.of("facebook", 0.25));
        assertThat(before.workRelated()).isEqualTo(Map.of("linkedin", 1.0));
        DayMinutes after =
                minutes(List.of(seen("linkedin", "10:00:00", 15), seen("facebook", "10:01:00", 15)), "linkedin");
        assertThat(after.bySite()).isEqualTo(Map.of("facebook", 0.25));
        assertThat(after.workRelated()).isEqualTo(Map.of("linkedin", 1.0));
    }

    @Test
    void holidaysEveningsAndOtherDaysDoNotCount() {
        List<Activity> evening = List.of(seen("facebook", "18:00:00", 300), seen("facebook", "08:00:00", 300));
        assertThat(minutes(evening).high()).isZero();
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        Activity atChristmas = Days.seen(christmas, "facebook", "10:00:00", 300);
        assertThat(ActiveMinutes.of(christmas, List.of(atChristmas), OFFICE, Set.of())
                        .high())
                .isZero();
        Activity tuesday = Days.seen(MONDAY.plusDays(1), "facebook", "10:00:00", 300);
        assertThat(minutes(List.of(tuesday)).high()).isZero();
    }

    @Test
    void summerHoursAreWallClockHours() {
        LocalDate summer = LocalDate.of(2026, 7, 13);
        List<Activity> hits =
                List.of(Days.seen(summer, "facebook", "08:59:00", 60), Days.seen(summer, "facebook", "09:00:00", 60));
        assertThat(ActiveMinutes.of(summer, hits, OFFICE, Set.of()).likely()).isEqualTo(1);
    }

    @Test
    void anActivityBesideTheGridIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Activity("facebook", 17, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Activity("facebook", 900, 1L << 60, 0));
    }
}
