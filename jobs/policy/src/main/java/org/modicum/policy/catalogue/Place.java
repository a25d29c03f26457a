package org.modicum.policy.catalogue;

import java.io.Serializable;

/**
 * A host with all its sub-domains, or the part of it below a path.
 *
 * @param host lower case, no trailing dot, internationalised names in their ASCII form. Its first label may end in {@code
 *     *} and then stands for every label that begins so: {@code video-*.xx.fbcdn.net}, as machines are numbered
 * @param pathPrefix as {@link PathPrefix} says; empty for the whole host. Only plain requests show a path, tunnels do not
 */
public record Place(String host, String pathPrefix, Use use) implements Serializable {
    /** @throws IllegalArgumentException if it could never match, or would match what nobody means; says what to write */
    public Place {
        String name = isFamily(host) ? host.replaceFirst("\\*", "1") : host;
        if (!Hosts.read(name).filter(name::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "'" + host + pathPrefix + "' is no host name; write example.org or example.org/path/.");
        }
        if (Hosts.isRegistrySuffix(host) || isFamily(host) && Hosts.isRegistrySuffix(afterFirstLabel(host))) {
            throw new IllegalArgumentException("'" + host
                    + "' is a registry's: half a country has names under it. Write the whole name of the service.");
        }
        PathPrefix.check(pathPrefix);
    }

    /**
     * Reads {@code example.org} or {@code example.org/path/}.
     *
     * @throws IllegalArgumentException if it is neither; the message says what to write
     */
    public static Place read(String written, Use use) {
        int slash = written.indexOf('/');
        String host = slash < 0 ? written : written.substring(0, slash);
        return new Place(
                isFamily(host) ? host : Hosts.read(host).orElse(host), slash < 0 ? "" : written.substring(slash), use);
    }

    /** What a scan has to look for to find the host. */
    String domain() {
        return isFamily(host) ? afterFirstLabel(host) : host;
    }

    private static String afterFirstLabel(String host) {
        return host.substring(host.indexOf('.') + 1);
    }

    /** Whether the host stands for all those whose first label begins like its own. */
    static boolean isFamily(String host) {
        int star = host.indexOf('*');
        return star > 0 && star == host.indexOf('.') - 1;
    }

    /** As it is written in a list. */
    public String written() {
        return host + pathPrefix;
    }
}
