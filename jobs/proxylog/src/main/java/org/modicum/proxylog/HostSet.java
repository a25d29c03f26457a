package org.modicum.proxylog;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A set of domains. A host is in it if it equals one of them or is a sub-domain of one, on whole labels: with
 * {@code facebook.com}, {@code m.facebook.com} is in, {@code notfacebook.com} and {@code facebook.com.evil.example}
 * are not. The host is tested where it stands, as bytes, whatever its case.
 */
public final class HostSet implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final HostSet EVERY_HOST = new HostSet(List.of());

    private final byte[][] table;
    private final HostEndings endings;
    private final boolean everyHost;

    private HostSet(List<String> domains) {
        // At most a quarter full, so that a host that is not in the set nearly always meets an empty place.
        table = new byte[Integer.highestOneBit(Math.max(1, domains.size())) * 8][];
        endings = HostEndings.of(domains);
        everyHost = domains.isEmpty();
        for (String domain : domains) {
            add(domain.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Every host, and also lines without one. */
    public static HostSet everyHost() {
        return EVERY_HOST;
    }

    /**
     * The set of these domains.
     *
     * @param domains such as {@code facebook.com}: no scheme, port, path or wildcard; case does not matter
     * @throws IllegalArgumentException if there are none, or one is not a domain; the message names it
     */
    public static HostSet of(Collection<String> domains) {
        List<String> clean =
                domains.stream().map(HostSet::domain).distinct().sorted().toList();
        if (clean.isEmpty()) {
            throw new IllegalArgumentException("No domains are given. Leave the hosts away to read every line.");
        }
        return new HostSet(clean);
    }

    /** The set of the domains in a text, parted by white space. Errors are those of {@link #of}. */
    public static HostSet parse(String text) {
        return of(Stream.of(text.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Whether this is the set of every host, which lets lines without a host pass too. */
    public boolean isEveryHost() {
        return everyHost;
    }

    /** Whether the host {@code [from, to)} is in the set. */
    public boolean contains(byte[] buffer, int from, int to) {
        if (everyHost) {
            return true;
        }
        return endings.mayFit(buffer, from, to) && isThere(buffer, from, to);
    }

    private boolean isThere(byte[] buffer, int from, int to) {
        int hash = 0;
        for (int i = to - 1; i >= from; i--) {
            byte b = lower(buffer[i]);
            if (b == '.' && holds(buffer, i + 1, to, hash)) {
                return true;
            }
            hash = hash * 31 + b;
        }
        return from < to && holds(buffer, from, to, hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostSet set && Arrays.deepEquals(table, set.table);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(table);
    }

    private boolean holds(byte[] buffer, int from, int to, int hash) {
        for (int i = place(hash); table[i] != null; i = i + 1 & table.length - 1) {
            if (equal(table[i], buffer, from, to)) {
                return true;
            }
        }
        return false;
    }

    private void add(byte[] domain) {
        int hash = 0;
        for (int i = domain.length - 1; i >= 0; i--) {
            hash = hash * 31 + domain[i];
        }
        int i = place(hash);
        while (table[i] != null) {
            i = i + 1 & table.length - 1;
        }
        table[i] = domain;
    }

    private int place(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & table.length - 1;
    }

    private static boolean equal(byte[] domain, byte[] buffer, int from, int to) {
        if (domain.length != to - from) {
            return false;
        }
        for (int i = 0; i < domain.length; i++) {
            if (domain[i] != lower(buffer[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    private static String domain(String given) {
        String domain = given.toLowerCase(Locale.ROOT);
        if (domain.endsWith(".")) {
            domain = domain.substring(0, domain.length() - 1);
        }
        boolean emptyLabel = Arrays.stream(domain.split("\\.", -1)).anyMatch(String::isEmpty);
        boolean strange = domain.chars().anyMatch(c -> c <= ' ' || "/*@?#[]%\"',;".indexOf(c) >= 0);
        boolean port = domain.matches("[^:]*:\\d*");
        if (emptyLabel || strange || port) {
            throw new IllegalArgumentException("'" + given
                    + "' is not a domain. Write it as in facebook.com, without scheme, port, path and wildcard.");
        }
        return domain;
    }
}
