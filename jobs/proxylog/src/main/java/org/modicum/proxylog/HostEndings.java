package org.modicum.proxylog;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * How the hosts of a set end: their last eight bytes, or a dot and the whole of a shorter domain. Most hosts of a log end
 * otherwise, which is seen here at once and without going through them label by label. Answers are "no" and "perhaps"
 * (Bloom, Space/Time Trade-offs in Hash Coding with Allowable Errors, 1970).
 */
final class HostEndings implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Turns capitals of ASCII into small letters; what it does to other bytes does not matter, as it is done to both. */
    private static final long SMALL = ByteSearch.ONES * 0x20;

    private static final int BITS = 16;

    private final long[] filter = new long[1 << (BITS - 6)];
    /** Bits to shift out, for each length of ending that occurs. */
    private final int[] shifts;

    private HostEndings(int[] shifts) {
        this.shifts = shifts;
    }

    /** @param domains in lower case */
    static HostEndings of(Collection<String> domains) {
        byte[][] endings = domains.stream().map(HostEndings::ending).toArray(byte[][]::new);
        HostEndings all = new HostEndings(Arrays.stream(endings)
                .mapToInt(ending -> (Long.BYTES - ending.length) * Byte.SIZE)
                .distinct()
                .sorted()
                .toArray());
        for (byte[] ending : endings) {
            byte[] padded = new byte[Long.BYTES];
            System.arraycopy(ending, 0, padded, Long.BYTES - ending.length, ending.length);
            int place = place(word(padded, Long.BYTES), (Long.BYTES - ending.length) * Byte.SIZE);
            all.filter[place >>> 6] |= 1L << place;
        }
        return all;
    }

    /** False only if no domain of the set is the host {@code [from, to)} or one that it is in. */
    boolean mayFit(byte[] buffer, int from, int to) {
        if (to - from < Long.BYTES) {
            return true;
        }
        long word = word(buffer, to);
        long found = 0;
        for (int shift : shifts) {
            int place = place(word, shift);
            found |= filter[place >>> 6] >>> place;
        }
        return (found & 1) != 0;
    }

    private static byte[] ending(String domain) {
        byte[] bytes = ("." + domain).getBytes(StandardCharsets.UTF_8);
        return bytes.length <= Long.BYTES ? bytes : Arrays.copyOfRange(bytes, bytes.length - Long.BYTES, bytes.length);
    }

    private static long word(byte[] buffer, int to) {
        return (long) ByteSearch.LONGS.get(buffer, to - Long.BYTES) | SMALL;
    }

    /** The same ending has the same place, whatever stands before it. */
    private static int place(long word, int shift) {
        return (int) (((word >>> shift) * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BITS));
    }
}
