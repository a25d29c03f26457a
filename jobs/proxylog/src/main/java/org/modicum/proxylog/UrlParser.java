package org.modicum.proxylog;

/**
 * Finds host, port and path in the URL column, as Squid itself does ({@code AnyP::Uri::parse}): user information
 * ends at the authority's last {@code @}, the port begins after its last colon, an IPv6 address stands in brackets.
 *
 * <p>A URL that names no host ({@code error:invalid-request}, {@code urn:…}, {@code *}) leaves the host absent.
 * That is not malformed: Squid logs such requests, with what the client sent in place of a URL.
 */
final class UrlParser {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_PORT_DIGITS = 5;

    /** RFC 3986, 3.1; the underscore is Squid's own, in {@code cache_object}. */
    private static final boolean[] SCHEME = schemeBytes();

    private UrlParser() {}

    /**
     * Sets host, port and path.
     *
     * @param connect whether the method is CONNECT, whose URL is an authority alone
     */
    static void parse(byte[] buffer, int from, int to, boolean connect, LineFields fields) {
        if (connect && ByteSearch.first(buffer, from, to, '/') == to) {
            authority(buffer, from, to, fields);
            return;
        }
        int authority = afterScheme(buffer, from, to);
        if (authority < 0) {
            if (connect) {
                authority(buffer, from, to, fields);
            } else if (buffer[from] == '/') {
                fields.set(Text.PATH, from, endOfPath(buffer, from, to));
            }
            return;
        }
        int path = authority;
        while (path < to && buffer[path] != '/' && buffer[path] != '?' && buffer[path] != '#') {
            path++;
        }
        authority(buffer, authority, path, fields);
        if (!connect) {
            // RFC 3986, 6.2.3: an empty path is "/". The slash before the authority stands in for it.
            boolean empty = path == to || buffer[path] != '/';
            fields.set(Text.PATH, empty ? authority - 1 : path, empty ? authority : endOfPath(buffer, path, to));
        }
    }

    /** The first byte after {@code scheme://}, or -1 if there is no scheme or no authority. */
    private static int afterScheme(byte[] buffer, int from, int to) {
        int i = from;
        while (i < to && SCHEME[buffer[i] & 0xFF]) {
            i++;
        }
        boolean found = i > from && i + 2 < to && buffer[i] == ':' && buffer[i + 1] == '/' && buffer[i + 2] == '/';
        return found ? i + 3 : -1;
    }

    private static void authority(byte[] buffer, int from, int to, LineFields fields) {
        int host = ByteSearch.last(buffer, from, to, '@') + 1;
        if (host == 0) {
            host = from;
        }
        int colon = ByteSearch.last(buffer, host, to, ':');
        boolean bracketed = host < to && buffer[host] == '[';
        int bracket = bracketed ? ByteSearch.last(buffer, host, to, ']') : -1;
        if (bracketed && bracket < 0) {
            return;
        }
        int hostEnd = bracketed ? bracket + 1 : colon < 0 ? to : colon;
        long port = LineFields.ABSENT;
        if (hostEnd < to) {
            port = port(buffer, hostEnd, to);
            if (port < 0 && port != LineFields.ABSENT) {
                return;
            }
        }
        if (bracketed) {
            host++;
            hostEnd--;
        }
        while (hostEnd > host && buffer[hostEnd - 1] == '.') {
            hostEnd--;
        }
        if (hostEnd > host) {
            fields.set(Text.HOST, host, hostEnd);
            fields.port = port;
        }
    }

    /** The port after the colon at {@code colon}: a number, absent when empty, or -1 when it is no port. */
    private static long port(byte[] buffer, int colon, int to) {
        if (buffer[colon] != ':' || to - colon - 1 > MAX_PORT_DIGITS) {
            return -1;
        }
        if (colon + 1 == to) {
            return LineFields.ABSENT;
        }
        int port = 0;
        for (int i = colon + 1; i < to; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            port = port * 10 + digit;
        }
        return port <= MAX_PORT ? port : -1;
    }

    private static int endOfPath(byte[] buffer, int from, int to) {
        int i = from;
        while (i < to && buffer[i] != '?' && buffer[i] != '#') {
            i++;
        }
        return i;
    }

    private static boolean[] schemeBytes() {
        boolean[] scheme = new boolean[256];
        for (char c = 'a'; c <= 'z'; c++) {
            scheme[c] = true;
            scheme[Character.toUpperCase(c)] = true;
        }
        for (char c : "0123456789+-._".toCharArray()) {
            scheme[c] = true;
        }
        return scheme;
    }
}
