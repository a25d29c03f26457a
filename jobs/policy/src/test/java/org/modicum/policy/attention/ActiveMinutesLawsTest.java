package org.modicum.policy.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modicum.policy.attention.Days.MONDAY;
import static org.modicum.policy.attention.Days.OFFICE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for any activities of a day; work-related is {@code linkedin}. */
class ActiveMinutesLawsTest {

    private static final Set<String> WORK = Set.of("linkedin");

    private static DayMinutes minutes(List<Activity> activities) {
        return ActiveMinutes.of(MONDAY, activities, OFFICE, WORK);
    }

    @Provide
    Arbitrary<List<Activity>> activities() {
        return activities("facebook", "linkedin", "reddit", "youtube").list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Activity>> personal() {
        return activities("facebook", "reddit", "youtube").list().ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<Activity>> work() {
        return activities("linkedin").list().ofMaxSize(10);
    }

    /** Few quarter-hours around nine, noon, one and five, so that activities meet, touch and cross the edges. */
    private static Arbitrary<Activity> activities(String... sites) {
        long midnight = MONDAY.atStartOfDay(OFFICE.zone()).toEpochSecond();
        Arbitrary<Long> quarters = Arbitraries.of(34, 35, 36, 37, 38, 46, 47, 48, 51, 52, 53, 67, 68)
                .map(n -> midnight + n * 900L);
        Arbitrary<Long> masks = Arbitraries.longs()
                .between(0, (1L << 60) - 1)
                .map(bits -> bits & (bits >>> 7) & (bits << 11) & ((1L << 60) - 1));
        return Combinators.combine(Arbitraries.of(sites), quarters, masks, masks)
                .as(Activity::new);
    }

    @Property
    void theBoundsEncloseTheEstimate(@ForAll("activities") List<Activity> activities) {
        DayMinutes day = minutes(activities);
        assertThat(day.low()).isBetween(0.0, day.likely());
        assertThat(day.likely()).isLessThanOrEqualTo(day.high());
        assertThat(day.high()).isLessThanOrEqualTo(7 * 60);
    }

    @Property
    void sitesAddUpToTheLastBit(@ForAll("activities") List<Activity> activities) {
        DayMinutes day = minutes(activities);
        double sum = 0;
        for (double site : day.bySite().values()) {
            sum += site;
        }
        assertThat(sum).isEqualTo(day.likely());
        assertThat(day.bySite()).doesNotContainKey("linkedin");
        assertThat(Set.of("linkedin")).containsAll(day.workRelated().keySet());
    }

    @Property
    void orderAndRepetitionDoNotMatter(@ForAll("activities") List<Activity> activities, @ForAll Random random) {
        List<Activity> shuffled = new ArrayList<>(activities);
        shuffled.addAll(activities);
        Collections.shuffle(shuffled, random);
        assertThat(minutes(shuffled)).isEqualTo(minutes(activities));
    }

    @Property
    void whatLiesOutsideWorkingTimeChangesNothing(
            @ForAll("activities") List<Activity> activities, @ForAll("activities") List<Activity> others) {
        List<Activity> more = new ArrayList<>(activities);
        for (Activity other : others) {
            long outside = ~OFFICE.slots(other.quarter());
            more.add(new Activity(other.site(), other.quarter(), other.deliberate() & outside, other.any() & outside));
        }
        assertThat(minutes(more)).isEqualTo(minutes(activities));
    }

    @Property
    void morePersonalEvidenceNeverLowersAFigure(
            @ForAll("activities") List<Activity> activities, @ForAll("personal") List<Activity> more) {
        DayMinutes before = minutes(activities);
        DayMinutes after = minutes(joined(activities, more));
        assertThat(after.low()).isGreaterThanOrEqualTo(before.low());
        assertThat(after.likely()).isGreaterThanOrEqualTo(before.likely());
        assertThat(after.high()).isGreaterThanOrEqualTo(before.high());
    }

    @Property
    void moreWorkNeverRaisesAFigure(
            @ForAll("activities") List<Activity> activities, @ForAll("work") List<Activity> more) {
        DayMinutes before = minutes(activities);
        DayMinutes after = minutes(joined(activities, more));
        assertThat(after.low()).isLessThanOrEqualTo(before.low());
        assertThat(after.likely()).isLessThanOrEqualTo(before.likely());
        assertThat(after.high()).isLessThanOrEqualTo(before.high());
    }

    @Property
    void aPersonIsInOnePlaceAtATime(@ForAll("activities") List<Activity> activities) {
        DayMinutes day = minutes(activities);
        double work = day.workRelated().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(work + day.likely()).isLessThanOrEqualTo(7 * 60);
    }

    @Property
    void workThatIsNotNamedAsWorkCounts(@ForAll("activities") List<Activity> activities) {
        DayMinutes named = minutes(activities);
        DayMinutes unnamed = ActiveMinutes.of(MONDAY, activities, OFFICE, Set.of());
        double work = named.workRelated().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(unnamed.workRelated()).isEmpty();
        assertThat(named.likely() + work).isEqualTo(unnamed.likely());
    }

    @Property
    void cuttingAnActivityInTwoChangesNothing(
            @ForAll("activities") List<Activity> activities, @ForAll @IntRange(min = 0, max = 60) int cut) {
        long lower = (1L << cut) - 1;
        List<Activity> pieces = new ArrayList<>();
        for (Activity activity : activities) {
            pieces.add(masked(activity, lower));
            pieces.add(masked(activity, ~lower));
        }
        assertThat(minutes(pieces)).isEqualTo(minutes(activities));
    }

    private static Activity masked(Activity activity, long mask) {
        return new Activity(activity.site(), activity.quarter(), activity.deliberate() & mask, activity.any() & mask);
    }

    private static List<Activity> joined(List<Activity> one, List<Activity> other) {
        List<Activity> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }
}
