package org.modicum.policy.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.attention.DayMinutes;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.protocol.Per;

class FlagsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "flags.csv", useHeadersInDisplayName = true, emptyValue = "")
    void onlyWhoIsAboveByTheLowFigureIsFlagged(String name, String days, String use, String expected) {
        List<PersonDay> own = Arrays.stream(days.split(" ")).map(Week::day).toList();
        List<Activity> activities = new ArrayList<>();
        if (use != null) {
            Arrays.stream(use.split(";")).map(Week::use).forEach(activities::addAll);
        }
        String found = Flags.of(own, activities, Week.GRANTED).stream()
                .map(FlagsTest::text)
                .collect(Collectors.joining(";"));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void workOnASiteThatWasNotGrantedIsNotSpokenOf() {
        List<Activity> activities = new ArrayList<>(Week.use("mon 09:00 170 facebook"));
        activities.addAll(Week.use("mon 14:00 30 linkedin"));
        PersonDay day = Week.day("mon=Registry:60/DAY");

        assertThat(Flags.of(List.of(day), activities, Week.GRANTED))
                .singleElement()
                .satisfies(flag -> assertThat(flag.days().get(0).workRelated()).isEmpty());
        assertThat(Flags.of(List.of(day), activities, Sites.ALL))
                .singleElement()
                .satisfies(flag -> assertThat(flag.days().get(0).workRelated()).isEqualTo(Map.of("linkedin", 30.0)));
    }

    @Test
    void aFlagCannotBeMadeOfWhoMayBeWithinTheThreshold() {
        LocalDate monday = Week.WEEK.monday();
        DayMinutes within = new DayMinutes(monday, 60, 120, 120, Map.of("facebook", 120.0), Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Flag("Registry", 60, Per.DAY, List.of(within)))
                .withMessageContaining("may be within");
    }

    @Test
    void daysOfTwoWeeksOrADayTwiceAreRefused() {
        PersonDay monday = Week.day("mon=Registry:60/DAY");
        PersonDay later =
                new PersonDay("Registry", monday.day().plusWeeks(1), Week.OFFICE, Week.WORK, monday.threshold());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Flags.of(List.of(monday, later), List.of(), Week.GRANTED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Flags.of(List.of(monday, monday), List.of(), Week.GRANTED));
    }

    private static String text(Flag flag) {
        LocalDate first = flag.days().get(0).day();
        LocalDate last = flag.days().get(flag.days().size() - 1).day();
        String days = flag.per() == Per.DAY ? Week.short3(first) : Week.short3(first) + "-" + Week.short3(last);
        return String.format(Locale.ROOT, "%s %s %s %.1f", flag.department(), flag.per(), days, flag.low());
    }
}
