package org.modicum.pipeline.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** What must not be shown when settings are. */
final class Secrets {

    static final String MASK = "********";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "secret|token|passw|passphrase|credential|access[.-]?key|api[.-]?key|private[.-]?key|account[.-]?key");

    /** {@code user:pass@} after the scheme of a URI; up to the last {@code @}, since passwords may hold any character. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^\\s\"]*(?=@)");

    /** {@code ?password=…&token=…} in the query of a URI, or after a semicolon as some JDBC drivers have it. */
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("(?i)(?<=[?&;])([^=&;]*(?:secret|token|passw|credential|key)[^=&;]*)=[^&;\\s\"]*");

    private Secrets() {}

    /** Whether a setting of this full name, for instance {@code modicum.store.password}, holds a secret. */
    static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** The text with user names and passwords in URIs masked. */
    static String maskUserInfo(String text) {
        String masked = USER_INFO.matcher(text).replaceAll(MASK);
        return SECRET_PARAMETER.matcher(masked).replaceAll("$1=" + MASK);
    }
}
