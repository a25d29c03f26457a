package org.modicum.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.modicum.policy.attention.Marks;

class SumsTest {
    private record Added(int person, int site, Marks marks, long bytes) {}

    @Property(tries = 50)
    void sumsAreThoseOfAMap(@ForAll("additions") @Size(max = 400) List<Added> additions) {
        Sums sums = new Sums();
        Map<String, List<Long>> expected = new HashMap<>();
        for (Added one : additions) {
            add(sums, one.person(), one.site(), one.marks(), one.bytes());
            boolean first = one.bytes() >= 0;
            expected.merge(
                    one.person() + " " + one.site() + " " + one.marks().quarter(),
                    List.of(one.marks().deliberate(), one.marks().any(), first ? 1L : 0L, first ? one.bytes() : 0L),
                    (a, b) -> List.of(
                            a.get(0) | b.get(0), a.get(1) | b.get(1), a.get(2) + b.get(2), a.get(3) + b.get(3)));
        }

        assertThat(content(sums)).isEqualTo(expected);

        sums.clear();
        assertThat(sums.isEmpty()).isTrue();
        assertThat(content(sums)).isEmpty();
    }

    @Test
    void fullIsSaidBeforeNoPlaceIsLeft() {
        Sums sums = new Sums();
        int added = 0;
        while (!sums.isFull()) {
            add(sums, added, 0, new Marks("site", 900L * added, 1, 1), 1);
            added++;
        }

        assertThat(content(sums)).hasSize(added);
    }

    private static void add(Sums sums, int person, int site, Marks marks, long bytes) {
        sums.add(PackedSums.key(person, site, marks.quarter()), marks.deliberate(), marks.any(), bytes);
    }

    private static Map<String, List<Long>> content(Sums sums) {
        PackedSums packed = sums.pack();
        return IntStream.range(0, packed.size())
                .boxed()
                .collect(Collectors.toMap(
                        sum -> packed.person(sum) + " " + packed.site(sum) + " " + packed.quarter(sum),
                        sum -> List.of(packed.deliberate(sum), packed.any(sum), packed.hits(sum), packed.bytes(sum))));
    }

    @Provide
    Arbitrary<List<Added>> additions() {
        Arbitrary<Integer> people = Arbitraries.of(0, 1, 2, (1 << 23) - 1);
        Arbitrary<Integer> sites = Arbitraries.of(0, 1, (1 << 12) - 1);
        Arbitrary<Long> quarters = Arbitraries.of(0L, 1L, 2L, 1_960_000L, 1_960_001L, (1L << 28) - 1);
        Arbitrary<Long> masks = Arbitraries.longs().between(1, (1L << 60) - 1);
        Arbitrary<Long> bytes = Arbitraries.longs().between(-1, 1L << 40);
        return Combinators.combine(people, sites, quarters, masks, masks, bytes)
                .as((person, site, quarter, deliberate, any, size) ->
                        new Added(person, site, new Marks("site", quarter * 900, deliberate, any), size))
                .list();
    }
}
