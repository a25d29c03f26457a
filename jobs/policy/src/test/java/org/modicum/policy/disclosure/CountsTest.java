package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CountsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "counts.csv", useHeadersInDisplayName = true)
    void saysNeitherFewNorAllButFew(String name, int k, int base, long count, long of, String shown, String band) {
        Counts counts = new Counts(new Rules(k, base, 25));
        assertThat(counts.show(count, of)).isEqualTo(shown);
        assertThat(counts.band(count, of)).isEqualTo(band == null ? "" : band);
    }

    /** Of anything published, at least k counts (or k complements) could be what it stands for, or it is a multiple. */
    @Property
    void aCountAndItsComplementSayNoMoreThanKAllows(
            @ForAll @IntRange(min = 5, max = 20) int k,
            @ForAll @IntRange(min = 5, max = 20) int base,
            @ForAll @IntRange(max = 400) int count,
            @ForAll @IntRange(min = 5, max = 400) int of) {
        Assume.that(count <= of && of >= k);
        Counts counts = new Counts(new Rules(k, base, 25));
        String shown = counts.show(count, of);
        long alike = 0;
        for (int other = 0; other <= of; other++) {
            if (counts.show(other, of).equals(shown)) {
                alike++;
            }
        }
        if (count < k) {
            assertThat(shown).isEqualTo("<" + k);
            assertThat(alike).isGreaterThanOrEqualTo(k);
        } else if (of - count < k) {
            assertThat(shown).startsWith(">=");
            assertThat(Long.parseLong(shown.substring(2))).isBetween((long) k, (long) count);
        } else {
            assertThat(Long.parseLong(shown)).isBetween((long) k, (long) of);
            assertThat(Math.abs(Long.parseLong(shown) - count)).isLessThanOrEqualTo(base);
        }
    }

    @Property
    void everyBandHasRoomForKPeopleOnEitherSideOfItsEnds(
            @ForAll @IntRange(min = 5, max = 20) int k,
            @ForAll @IntRange(max = 400) int count,
            @ForAll @IntRange(min = 5, max = 400) int of) {
        Assume.that(count <= of);
        String band = new Counts(new Rules(k, 5, 25)).band(count, of);
        assertThat(band.isEmpty()).isEqualTo(noEnd(k, of));
        for (String end : band.replaceAll("[<>=%]", "").split("-")) {
            if (!end.isEmpty()) {
                assertThat(Integer.parseInt(end) * of / 100.0).isBetween((double) k, (double) of - k);
            }
        }
    }

    private static boolean noEnd(int k, int of) {
        for (int tenth = 1; tenth <= 9; tenth++) {
            if (tenth * of >= 10 * k && (10 - tenth) * of >= 10 * k) {
                return false;
            }
        }
        return true;
    }
}
