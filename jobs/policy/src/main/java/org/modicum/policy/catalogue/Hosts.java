package org.modicum.policy.catalogue;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Host names as the catalogue writes them. */
public final class Hosts {
    private static final Pattern NAME =
            Pattern.compile("(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private Hosts() {}

    /** Lower case, no trailing dot. */
    static String normal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /**
     * Reads a host name that somebody wrote into a list; internationalised names become their ASCII form (RFC 5890).
     * Addresses, single labels (a bare top-level domain) and anything that is no host name are not taken.
     */
    public static Optional<String> read(String written) {
        try {
            String name = normal(IDN.toASCII(written.strip(), IDN.ALLOW_UNASSIGNED));
            return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
