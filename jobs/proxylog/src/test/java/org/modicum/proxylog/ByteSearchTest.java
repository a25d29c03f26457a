package org.modicum.proxylog;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ByteSearchTest {
    @Property
    void findsWhatLookingAtEachByteFinds(
            @ForAll @Size(max = 40) @IntRange(min = 30, max = 34) byte[] few,
            @ForAll @Size(max = 40) byte[] any,
            @ForAll @IntRange(max = 10) int from,
            @ForAll @IntRange(max = 10) int cut) {
        for (byte[] bytes : new byte[][] {few, any}) {
            int start = Math.min(from, bytes.length);
            int end = Math.max(start, bytes.length - cut);
            int first = start;
            while (first < end && bytes[first] != ' ') {
                first++;
            }
            int last = end - 1;
            while (last >= start && bytes[last] != ' ') {
                last--;
            }

            assertThat(ByteSearch.first(bytes, start, end, ' ')).isEqualTo(first);
            assertThat(ByteSearch.last(bytes, start, end, ' ')).isEqualTo(last < start ? -1 : last);
        }
    }
}
