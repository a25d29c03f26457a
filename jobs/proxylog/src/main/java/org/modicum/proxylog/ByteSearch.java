package org.modicum.proxylog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds a byte, eight at a time: the one zero byte of a word minus one in each byte sets its high bit (Mycroft's test; see
 * Warren, Hacker's Delight, 6–1). The lowest bit that is set is exact, the ones above it may not be.
 */
final class ByteSearch {
    /** Reads eight bytes, the first of them lowest. */
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static final long ONES = 0x0101010101010101L;
    static final long HIGHS = 0x8080808080808080L;

    private ByteSearch() {}

    /** Where the byte first stands in {@code [from, to)}, or {@code to}. */
    static int first(byte[] buffer, int from, int to, char wanted) {
        long pattern = ONES * wanted;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long other = (long) LONGS.get(buffer, i) ^ pattern;
            long found = (other - ONES) & ~other & HIGHS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && buffer[i] != wanted) {
            i++;
        }
        return i;
    }

    /** Where the byte last stands in {@code [from, to)}, or -1. */
    static int last(byte[] buffer, int from, int to, char wanted) {
        long pattern = ONES * wanted;
        int i = to;
        while (i - Long.BYTES >= from) {
            long other = (long) LONGS.get(buffer, i - Long.BYTES) ^ pattern;
            if (((other - ONES) & ~other & HIGHS) != 0) {
                break;
            }
            i -= Long.BYTES;
        }
        i--;
        while (i >= from && buffer[i] != wanted) {
            i--;
        }
        return i >= from ? i : -1;
    }
}
