package org.modicum.proxylog;

/**
 * Decimal numbers, eight digits at a time: first pairs are joined, then fours, then the eight (Lemire, Number Parsing at a
 * Gigabyte per Second, 2021, section 3). Numbers of a log are of all lengths, and a loop over their digits would end
 * where the processor did not expect it.
 */
final class Digits {
    /** More would not fit into a {@code long}. */
    private static final int MOST = 18;

    private static final long ZEROS = ByteSearch.ONES * '0';
    private static final long UPPER = 0xF0F0F0F0F0F0F0F0L;
    /** Brings whatever is above 9 into the next upper half. */
    private static final long ABOVE_NINE = ByteSearch.ONES * 6;

    private static final long PAIRS = 0x000000FF000000FFL;
    private static final long FOURS = 100 + (1_000_000L << 32);
    private static final long EIGHT = 1 + (10_000L << 32);
    private static final long TEN_TO_EIGHT = 100_000_000;

    private Digits() {}

    /** The digits as a number, or -1 if there are none, more than 18, or anything else stands among them. */
    static long number(byte[] buffer, int from, int to) {
        int length = to - from;
        if (length <= 0 || length > MOST) {
            return -1;
        }
        if (length <= Long.BYTES) {
            return to < Long.BYTES ? oneByOne(buffer, from, to) : eight(buffer, to, length);
        }
        long upper = number(buffer, from, to - Long.BYTES);
        long lower = eight(buffer, to, Long.BYTES);
        return upper < 0 || lower < 0 ? -1 : upper * TEN_TO_EIGHT + lower;
    }

    /** The last {@code length} of the eight bytes before {@code to}. */
    private static long eight(byte[] buffer, int to, int length) {
        long wanted = -1L << (Long.SIZE - Byte.SIZE * length);
        long word = ((long) ByteSearch.LONGS.get(buffer, to - Long.BYTES) & wanted) | (ZEROS & ~wanted);
        if ((((word & UPPER) ^ ZEROS) | (((word + ABOVE_NINE) & UPPER) ^ ZEROS)) != 0) {
            return -1;
        }
        long digits = word - ZEROS;
        long pairs = digits * 10 + (digits >>> 8);
        return ((pairs & PAIRS) * FOURS + ((pairs >>> 16) & PAIRS) * EIGHT) >>> 32;
    }

    private static long oneByOne(byte[] buffer, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
