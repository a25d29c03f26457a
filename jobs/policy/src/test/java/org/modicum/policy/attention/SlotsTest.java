package org.modicum.policy.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final long QUARTER = 1_767_960_000L;
    private static final long MILLIS = QUARTER * 1000;

    @Test
    void aSpanMarksTheSlotsWhoseMiddleItCovers() {
        assertThat(masks(new Span(MILLIS, MILLIS + 30_000))).isEqualTo(Map.of(QUARTER, 0b11L));
        assertThat(masks(new Span(MILLIS + 7_500, MILLIS + 22_500))).isEqualTo(Map.of(QUARTER, 0b1L));
        assertThat(masks(new Span(MILLIS + 7_501, MILLIS + 22_501))).isEqualTo(Map.of(QUARTER, 0b10L));
    }

    private static Map<Long, Long> masks(Span span) {
        return Days.masks(span);
    }

    @Test
    void anInstantMarksItsSlot() {
        assertThat(masks(new Span(MILLIS, MILLIS))).isEqualTo(Map.of(QUARTER, 1L));
        assertThat(masks(new Span(MILLIS + 899_999, MILLIS + 899_999))).isEqualTo(Map.of(QUARTER, 1L << 59));
    }

    @Test
    void aSpanOverSeveralQuarterHoursMarksEach() {
        long all = (1L << 60) - 1;
        assertThat(masks(new Span(MILLIS - 15_000, MILLIS + 915_000)))
                .isEqualTo(Map.of(QUARTER - 900, 1L << 59, QUARTER, all, QUARTER + 900, 1L));
    }

    @Property
    void onAverageASpanMarksAsMuchTimeAsItIsLong(@ForAll @IntRange(min = 15_000, max = 3_000_000) int length) {
        long marked = 0;
        for (int shift = 0; shift < 15_000; shift += 100) {
            Span span = new Span(MILLIS + shift, MILLIS + shift + length);
            marked += masks(span).values().stream().mapToLong(Long::bitCount).sum();
        }
        assertThat(marked * 15_000.0 / 150).isCloseTo(length, within(101.0));
    }

    @Property
    void aLongerSpanMarksNoFewerSlots(
            @ForAll @LongRange(min = 0, max = 2_000_000_000_000L) long from,
            @ForAll @IntRange(min = 0, max = 90_000_000) int length,
            @ForAll @IntRange(min = 7_500, max = 100_000) int more) {
        Map<Long, Long> shorter = masks(new Span(from, from + Math.max(length, 15_000)));
        Map<Long, Long> longer = masks(new Span(from, from + Math.max(length, 15_000) + more));
        shorter.forEach(
                (quarter, mask) -> assertThat(longer.get(quarter) & mask).isEqualTo(mask));
    }
}
