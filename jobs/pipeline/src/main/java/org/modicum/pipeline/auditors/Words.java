package org.modicum.pipeline.auditors;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How the report writes things down. */
final class Words {
    /** Enough of a digest to find it, in tables that people read. */
    private static final int DIGITS = 16;

    private Words() {}

    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String digest(String whole) {
        return whole.substring(0, Math.min(DIGITS, whole.length()));
    }

    /** {@code 1 file}, {@code 2 files}. */
    static String number(long number, String one, String more) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : more);
    }
}
