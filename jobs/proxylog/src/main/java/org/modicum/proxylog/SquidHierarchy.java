package org.modicum.proxylog;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Recognises {@code %Sh/%<a}: a hierarchy code, a slash and a peer. The codes are {@code HIER_} and a word
 * (Squid 3.2 and later), or one of those below, from {@code hier_code.h} of Squid 2 to 6; {@code TIMEOUT_} may
 * stand in front. The list is closed so that {@code CAMPUS/bob} in a user name is not taken for one.
 */
final class SquidHierarchy {
    private static final byte[] TIMEOUT = ascii("TIMEOUT_");
    private static final byte[] HIER = ascii("HIER_");
    private static final byte[][] OTHERS = Stream.of(
                    "NONE",
                    "DIRECT",
                    "SIBLING_HIT",
                    "PARENT_HIT",
                    "DEFAULT_PARENT",
                    "SINGLE_PARENT",
                    "FIRSTUP_PARENT",
                    "FIRST_UP_PARENT",
                    "NO_PARENT_DIRECT",
                    "FIRST_PARENT_MISS",
                    "CLOSEST_PARENT_MISS",
                    "CLOSEST_PARENT",
                    "CLOSEST_DIRECT",
                    "NO_DIRECT_FAIL",
                    "SOURCE_FASTEST",
                    "ROUNDROBIN_PARENT",
                    "CACHE_DIGEST_HIT",
                    "CD_PARENT_HIT",
                    "CD_SIBLING_HIT",
                    "CARP",
                    "ANY_PARENT",
                    "ANY_OLD_PARENT",
                    "USERHASH_PARENT",
                    "SOURCEHASH_PARENT",
                    "PINNED",
                    "ORIGINAL_DST",
                    "STANDBY_POOL")
            .map(SquidHierarchy::ascii)
            .toArray(byte[][]::new);

    private SquidHierarchy() {}

    /** Whether the word {@code [from, to)} is a hierarchy column. */
    static boolean is(byte[] buffer, int from, int to) {
        int slash = from;
        while (slash < to && ((buffer[slash] >= 'A' && buffer[slash] <= 'Z') || buffer[slash] == '_')) {
            slash++;
        }
        if (slash == from || slash + 1 >= to || buffer[slash] != '/') {
            return false;
        }
        int code = startsWith(buffer, from, slash, TIMEOUT) ? from + TIMEOUT.length : from;
        if (startsWith(buffer, code, slash, HIER)) {
            return slash > code + HIER.length;
        }
        for (byte[] other : OTHERS) {
            if (other.length == slash - code && startsWith(buffer, code, slash, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] buffer, int from, int to, byte[] prefix) {
        if (to - from < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (buffer[from + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
