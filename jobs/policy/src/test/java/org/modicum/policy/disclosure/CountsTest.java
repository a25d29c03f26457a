package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CountsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "counts.csv", useHeadersInDisplayName = true)
    void saysNeitherFewNorAllButFew(String name, int k, int base, long count, long of, String shown, String share) {
        Counts counts = new Counts(new Rules(k, base, 25));
        assertThat(counts.show(count, of)).isEqualTo(shown);
        assertThat(counts.share(shown, of)).isEqualTo(share == null ? "" : share);
    }

    /** Few and all but few are one figure each; anything between is a multiple near it, no larger than the headcount says. */
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
            assertThat(Long.parseLong(shown)).isBetween((long) k, Math.max(k, counts.rounded(of)));
            assertThat(Math.abs(Long.parseLong(shown) - count)).isLessThanOrEqualTo(base);
        }
    }

    /** A share is worked out from the published count, so it must hold for whatever that count stands for. */
    @Property
    void aShareIsAFunctionOfThePublishedCount(
            @ForAll @IntRange(min = 5, max = 20) int k,
            @ForAll @IntRange(max = 400) int count,
            @ForAll @IntRange(min = 5, max = 400) int of) {
        Assume.that(count <= of);
        Counts counts = new Counts(new Rules(k, 5, 25));
        String shown = counts.show(count, of);
        String share = counts.share(shown, of);
        assertThat(share).isNotIn("0%", "100%", "<0%", ">100%");
        if (share.startsWith("<") && shown.startsWith("<")) {
            assertThat(100.0 * count / of).isLessThan(percent(share));
        }
        if (shown.startsWith(">=") && !share.isEmpty()) {
            assertThat(100.0 * count / of).isGreaterThanOrEqualTo(percent(share));
        }
        if (of < 25) {
            assertThat(share).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "leaning.csv", useHeadersInDisplayName = true)
    void saysWhatItSaidIfThoseWhoCameAndWentCouldMakeTheDifference(
            String name, long count, long of, String said, long changed, String shown) {
        Counts counts = new Counts(new Rules(10, 5, 25));
        assertThat(counts.show(count, of, Optional.of(new Anchor<>(said, changed))))
                .isEqualTo(shown);
    }

    private static int percent(String share) {
        return Integer.parseInt(share.replaceAll("[<>%]", ""));
    }
}
