package org.modicum.pipeline.directory;

import java.io.Serializable;
import java.text.Normalizer;
import org.modicum.pipeline.settings.DirectorySettings;

/**
 * Makes one spelling of a user name out of the many that proxies, browsers and personnel systems write.
 *
 * @param ignoreCase {@code A.Jones} is {@code a.jones}
 * @param stripDomain {@code STAFF\a.jones} is {@code a.jones}
 * @param stripRealm {@code a.jones@EXAMPLE.AC.UK} is {@code a.jones}
 */
public record UserNames(boolean ignoreCase, boolean stripDomain, boolean stripRealm) implements Serializable {

    public static UserNames of(DirectorySettings settings) {
        return new UserNames(settings.ignoreCase(), settings.stripDomain(), settings.stripRealm());
    }

    /**
     * The spelling under which the directory knows this name.
     *
     * <p>White space around it goes, composed and decomposed letters become composed (Unicode NFC), then domain, realm
     * and case go as set. Case is that of {@link String#equalsIgnoreCase}: letter by letter and the same in every
     * language, so that {@code straße} and {@code strasse} stay two people. A name that would become empty keeps its
     * domain or realm.
     */
    public String canonical(String logged) {
        String name = Normalizer.normalize(trimmed(logged), Normalizer.Form.NFC);
        if (stripRealm) {
            name = withoutRealm(name);
        }
        if (stripDomain) {
            name = withoutDomain(name);
        }
        return ignoreCase ? Normalizer.normalize(folded(name), Normalizer.Form.NFC) : name;
    }

    private static String withoutRealm(String name) {
        int at = name.indexOf('@');
        return at > 0 ? trimmed(name.substring(0, at)) : name;
    }

    private static String withoutDomain(String name) {
        int backslash = name.lastIndexOf('\\');
        return backslash >= 0 && backslash < name.length() - 1 ? trimmed(name.substring(backslash + 1)) : name;
    }

    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isSpace(name.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    /** Spreadsheets pad with no-break spaces, which Java does not count as white space. */
    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static String folded(String name) {
        return name.codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
