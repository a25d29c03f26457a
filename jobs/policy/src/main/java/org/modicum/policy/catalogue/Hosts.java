package org.modicum.policy.catalogue;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Host names as the catalogue writes them. */
public final class Hosts {
    /** LDH labels (RFC 1123) and the underscore that some services use; the last label is no number, so no IPv4 address. */
    private static final Pattern NAME =
            Pattern.compile("(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /**
     * What registries of countries sell names under: {@code co.uk}, {@code com.au}, {@code ac.nz}. The Public Suffix List
     * has thousands of suffixes; these are the ones that somebody writes by accident, by cutting a label too many off
     * {@code example.co.uk}.
     */
    private static final Pattern REGISTRY =
            Pattern.compile("(ac|co|com|edu|gob|gouv|gov|govt|info|mil|ne|net|nom|or|org|sch)\\.[a-z]{2}"
                    + "|(ltd|me|nhs|plc|police)\\.uk|(asn|id)\\.au|(geek|gen|school)\\.nz|(ad|go|gr|lg)\\.jp");

    private Hosts() {}

    /** Lower case, no trailing dot. Only ASCII changes case: the Kelvin sign K is not the k of a host name. */
    static String normal(String host) {
        int end = host.endsWith(".") ? host.length() - 1 : host.length();
        StringBuilder lower = null;
        for (int i = 0; i < end; i++) {
            char c = host.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower = lower == null ? new StringBuilder(host).delete(end, host.length()) : lower;
                lower.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return lower != null ? lower.toString() : end < host.length() ? host.substring(0, end) : host;
    }

    /**
     * Reads a host name that somebody wrote into a list; internationalised names become their ASCII form (RFC 5890).
     * Addresses, single labels (a bare top-level domain) and anything that is no host name are not taken.
     */
    public static Optional<String> read(String written) {
        try {
            // IDN maps upper to lower case by Unicode's rules; here a person wrote the name and means the letters they
            // see.
            String name =
                    normal(IDN.toASCII(written.strip(), IDN.ALLOW_UNASSIGNED)).toLowerCase(Locale.ROOT);
            return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a registry sells names under this one, so that it belongs to nobody and as a site would take in half a
     * country. Blog hosts such as {@code blogspot.com}, on the Public Suffix List too, are somebody's service and are not
     * meant.
     */
    public static boolean isRegistrySuffix(String host) {
        return REGISTRY.matcher(host).matches();
    }
}
