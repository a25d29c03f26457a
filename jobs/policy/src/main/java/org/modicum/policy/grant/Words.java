package org.modicum.policy.grant;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the words in documents may look like. */
final class Words {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern LINE = Pattern.compile("[^\\p{C}\\p{Z}]+( [^\\p{C}\\p{Z}]+)*");
    private static final int LONGEST_DEPARTMENT = 100;

    private Words() {}

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new RefusedException(Refusal.NOT_A_DOCUMENT, otherwise);
        }
    }

    static void digest(String text) {
        require(DIGEST.matcher(text).matches(), "A digest is SHA-256 in 64 lower-case hexadecimal digits.");
    }

    static void role(String text) {
        require(ROLE.matcher(text).matches(), "A role is a word in small letters, like data-protection-officer.");
    }

    static void department(String text) {
        boolean fits = text.length() <= LONGEST_DEPARTMENT && LINE.matcher(text).matches();
        require(fits, "A department has 1 to " + LONGEST_DEPARTMENT + " visible characters.");
    }

    /** Names of departments that differ in case or compatible letters alone are one department. */
    static String foldedDepartment(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    static void seconds(Instant time) {
        require(time.equals(time.truncatedTo(ChronoUnit.SECONDS)), "Times are in whole seconds.");
    }

    static void sortedOnce(List<String> texts, String what) {
        require(List.copyOf(new TreeSet<>(texts)).equals(texts), what + " are in order and each there once.");
    }
}
