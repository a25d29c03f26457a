package org.modicum.policy.catalogue;

/**
 * The beginning of a path. A closing slash means whole segments: {@code /tr/} is {@code /tr} and {@code /tr/x}, not
 * {@code /trending}. Without one, any continuation is meant: {@code /embed} is also {@code /embed.js}. A segment {@code *}
 * stands for any one segment, as interfaces carry their version there: {@code /*}{@code /plugins/} is
 * {@code /v19.0/plugins/like.php}.
 */
final class PathPrefix {
    private PathPrefix() {}

    /** @throws IllegalArgumentException if it is no beginning of a path; the message says what to write */
    static void check(String prefix) {
        boolean written = prefix.isEmpty() || prefix.startsWith("/");
        // Logs give paths without their query: an entry with one would never match, and nobody would notice.
        if (!written || !prefix.chars().allMatch(c -> c > ' ' && c < 127 && c != '?' && c != '#')) {
            throw new IllegalArgumentException(
                    "'" + prefix + "' is no beginning of a path; write /path/ without query and spaces.");
        }
    }

    /** @param path of a plain request, without its query; null for a tunnel, which only the empty prefix covers */
    static boolean covers(String prefix, String path) {
        if (prefix.isEmpty()) {
            return true;
        }
        if (path == null) {
            return false;
        }
        int p = 0;
        int q = 0;
        while (p < prefix.length()) {
            if (isAnySegment(prefix, p)) {
                int end = path.indexOf('/', q);
                end = end < 0 ? path.length() : end;
                if (end == q) {
                    return false;
                }
                p++;
                q = end;
            } else if (q < path.length() && prefix.charAt(p) == path.charAt(q)) {
                p++;
                q++;
            } else {
                return q == path.length() && p > 0 && p == prefix.length() - 1 && prefix.charAt(p) == '/';
            }
        }
        return true;
    }

    private static boolean isAnySegment(String prefix, int at) {
        boolean closes = at + 1 == prefix.length() || prefix.charAt(at + 1) == '/';
        return prefix.charAt(at) == '*' && prefix.charAt(at - 1) == '/' && closes;
    }
}
