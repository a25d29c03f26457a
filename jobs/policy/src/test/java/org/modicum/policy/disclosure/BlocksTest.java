package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BlocksTest {
    private static final Rules RULES = new Rules(10, 5, 25);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "blocks.csv", useHeadersInDisplayName = true)
    void showsTheMiddleOfABlockPerHead(String name, long personDays, long mostDays, double minutes, String shown) {
        Blocks blocks = Blocks.of(new GroupSums(0, personDays, mostDays, 0, 0), RULES);
        assertThat(Blocks.text(blocks.perHead(blocks.of(minutes)))).isEqualTo(shown);
    }

    @Property
    void isNeverFurtherFromTheTruthThanHalfABlockAndItsOwnRounding(
            @ForAll @IntRange(min = 15, max = 2000) int headcount,
            @ForAll @IntRange(min = 1, max = 7) int days,
            @ForAll @DoubleRange(max = 500_000) double minutes) {
        long personDays = (long) headcount * days;
        Blocks blocks = Blocks.of(new GroupSums(headcount, personDays, days, 0, 0), RULES);
        double shown = blocks.perHead(blocks.of(minutes)).doubleValue();
        double step = RULES.protectedWidth() / headcount;
        assertThat(Math.abs(shown - minutes / personDays))
                .isLessThanOrEqualTo(0.5 * step + Math.max(0.1, 0.25 * step + 0.25));
    }

    @Property
    void theGridIsTheSameWhateverTheHeadcount(
            @ForAll @IntRange(min = 15, max = 2000) int one,
            @ForAll @IntRange(min = 15, max = 2000) int other,
            @ForAll @DoubleRange(max = 500_000) double minutes) {
        assertThat(Blocks.of(new GroupSums(one, one * 5L, 5, 0, 0), RULES).of(minutes))
                .isEqualTo(Blocks.of(new GroupSums(other, other * 5L, 5, 0, 0), RULES)
                        .of(minutes));
    }

    @Property
    void nothingIsNeverSaid(
            @ForAll @IntRange(min = 15, max = 100_000) int headcount, @ForAll @IntRange(min = 0, max = 9) int block) {
        assertThat(Blocks.of(new GroupSums(headcount, headcount * 5L, 5, 0, 0), RULES)
                        .perHead(block))
                .isGreaterThan(BigDecimal.ZERO);
    }
}
