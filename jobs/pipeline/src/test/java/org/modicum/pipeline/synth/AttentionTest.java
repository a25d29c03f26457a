package org.modicum.pipeline.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AttentionTest {
    private static final long MINUTE = 60_000;
    private static final List<Stretch> WORKING_TIME =
            List.of(new Stretch(540 * MINUTE, 720 * MINUTE), new Stretch(780 * MINUTE, 1020 * MINUTE));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "attention.csv", numLinesToSkip = 1)
    void onlyWorkingTimeCounts(String what, int from, int to, long minutes) {
        Attention attention = new Attention();
        attention.beginDay(WORKING_TIME);

        attention.add("reddit", from * MINUTE, to * MINUTE);

        assertThat(attention.millisBySite().getOrDefault("reddit", 0L)).isEqualTo(minutes * MINUTE);
    }

    @Property
    void aVisitCutInTwoIsAsLongAsWhole(
            @ForAll @LongRange(min = 0, max = 1440) long from,
            @ForAll @LongRange(min = 0, max = 1440) long cut,
            @ForAll @LongRange(min = 0, max = 1440) long to) {
        long[] sorted = java.util.stream.LongStream.of(from, cut, to).sorted().toArray();
        Attention whole = new Attention();
        Attention inTwo = new Attention();
        whole.beginDay(WORKING_TIME);
        inTwo.beginDay(WORKING_TIME);

        whole.add("x", sorted[0] * MINUTE, sorted[2] * MINUTE);
        inTwo.add("x", sorted[0] * MINUTE, sorted[1] * MINUTE);
        inTwo.add("x", sorted[1] * MINUTE, sorted[2] * MINUTE);

        assertThat(inTwo.millisBySite()).isEqualTo(whole.millisBySite());
    }

    @Property
    void whereThereIsNoWorkingTimeNothingCounts(@ForAll @LongRange(min = 0, max = 1440) long to) {
        Attention attention = new Attention();
        attention.beginDay(List.of());

        attention.add("x", 0, to * MINUTE);

        assertThat(attention.isWorkingDay()).isFalse();
        assertThat(attention.millisBySite()).isEmpty();
    }
}
