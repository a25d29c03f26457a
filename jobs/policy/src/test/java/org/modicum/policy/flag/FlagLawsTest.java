package org.modicum.policy.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.attention.DayMinutes;

/** Laws that hold for any use in a week; the thresholds are so low that most weeks have flags. */
class FlagLawsTest {
    private static final List<PersonDay> BY_DAY =
            List.of(Week.day("mon=Registry:10/DAY"), Week.day("tue=Registry:10/DAY"), Week.day("wed=Registry:10/DAY"));
    private static final List<PersonDay> BY_WEEK =
            List.of(Week.day("mon=Library:20/WEEK"), Week.day("tue=Library:20/WEEK"), Week.day("wed=Registry:5/DAY"));

    @Provide
    Arbitrary<List<PersonDay>> days() {
        return Arbitraries.of(BY_DAY, BY_WEEK);
    }

    @Provide
    Arbitrary<List<Activity>> use() {
        return use(9, 60, "facebook", "youtube", "linkedin", "reddit")
                .list()
                .ofMinSize(2)
                .ofMaxSize(12)
                .map(FlagLawsTest::flat);
    }

    @Provide
    Arbitrary<List<Activity>> outOfHours() {
        return Combinators.combine(
                        use(17, 300, "facebook", "youtube").list().ofMaxSize(4),
                        use(12, 59, "facebook", "linkedin").list().ofMaxSize(4))
                .as((evening, lunch) -> {
                    evening.addAll(lunch);
                    return flat(evening);
                });
    }

    @Provide
    Arbitrary<List<Activity>> ofAnotherSite() {
        return use(9, 60, "reddit", "tumblr").list().ofMaxSize(6).map(FlagLawsTest::flat);
    }

    @Provide
    Arbitrary<List<Activity>> work() {
        return use(9, 60, "linkedin").list().ofMaxSize(6).map(FlagLawsTest::flat);
    }

    @Property(tries = 300)
    void whoeverIsFlaggedIsAboveByTheLowFigure(
            @ForAll("days") List<PersonDay> days, @ForAll("use") List<Activity> use) {
        for (Flag flag : Flags.of(days, use, Week.GRANTED)) {
            assertThat(flag.low()).isGreaterThan(flag.thresholdMinutes());
            assertThat(flag.likely()).isBetween(flag.low(), flag.high());
        }
    }

    @Property(tries = 300)
    void aFlagSpeaksOfNoDayAndNoSiteOutsideTheGrant(
            @ForAll("days") List<PersonDay> days, @ForAll("use") List<Activity> use) {
        Set<LocalDate> own = days.stream().map(PersonDay::day).collect(Collectors.toSet());
        for (Flag flag : Flags.of(days, use, Week.GRANTED)) {
            for (DayMinutes day : flag.days()) {
                assertThat(own).contains(day.day());
                assertThat(day.bySite().keySet()).allMatch(Week.GRANTED::contains);
                assertThat(day.workRelated().keySet()).allMatch(Week.GRANTED::contains);
            }
        }
    }

    @Property(tries = 300)
    void whatHappensOutOfHoursChangesNothing(
            @ForAll("days") List<PersonDay> days,
            @ForAll("use") List<Activity> use,
            @ForAll("outOfHours") List<Activity> more) {
        assertThat(Flags.of(days, both(use, more), Week.GRANTED)).isEqualTo(Flags.of(days, use, Week.GRANTED));
    }

    @Property(tries = 300)
    void whatWasNotGrantedChangesNothing(
            @ForAll("days") List<PersonDay> days,
            @ForAll("use") List<Activity> use,
            @ForAll("ofAnotherSite") List<Activity> more) {
        assertThat(Flags.of(days, both(use, more), Week.GRANTED)).isEqualTo(Flags.of(days, use, Week.GRANTED));
    }

    @Property(tries = 300)
    void workNeverBringsAFlag(
            @ForAll("days") List<PersonDay> days,
            @ForAll("use") List<Activity> use,
            @ForAll("work") List<Activity> more) {
        Set<String> before = names(Flags.of(days, use, Week.GRANTED));
        assertThat(before).containsAll(names(Flags.of(days, both(use, more), Week.GRANTED)));
    }

    private static Set<String> names(List<Flag> flags) {
        return flags.stream()
                .map(flag -> flag.department() + flag.days().get(0).day())
                .collect(Collectors.toSet());
    }

    private static Arbitrary<List<Activity>> use(int hour, int longest, String... sites) {
        return Combinators.combine(
                        Arbitraries.of("mon", "tue", "wed", "thu"),
                        Arbitraries.integers().between(0, hour == 9 ? 6 : 0),
                        Arbitraries.integers().between(1, longest),
                        Arbitraries.of(sites))
                .as((day, later, minutes, site) ->
                        Week.use(String.format(Locale.ROOT, "%s %02d:00 %d %s", day, hour + later, minutes, site)));
    }

    private static List<Activity> flat(List<List<Activity>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    private static List<Activity> both(List<Activity> some, List<Activity> more) {
        List<Activity> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }
}
