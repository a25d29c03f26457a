package org.modicum.proxylog;

/**
 * Squid's native format: {@code %ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt}, see <a
 * href="https://www.squid-cache.org/Doc/config/logformat/">logformat</a>.
 *
 * <p>Seven columns are found from the left: none of them can hold a space, for Squid strips spaces from URLs.
 * A user name can hold spaces, and whatever else a person typed, so its end is found from the right: it stops
 * before the last word that is a {@linkplain SquidHierarchy hierarchy column} and has another word after it (the
 * content type, in which Squid never writes a space). Words after the content type are extra columns of the site
 * and ignored. A user who calls himself {@code x HIER_DIRECT/192.0.2.1 text/html} therefore stays one user; an
 * extra column that imitates a hierarchy column makes the user name too long, which fits nobody, never shorter,
 * which would fit somebody else.
 */
final class SquidParser implements LineParser {
    private static final int MAX_SECONDS_DIGITS = 11;
    private static final boolean[] TOKEN = tokenBytes();

    @Override
    public boolean parse(byte[] buffer, int from, int to, LineFields fields) {
        fields.clear();
        int word = from;
        int end = endOfWord(buffer, word, to);
        if (!time(buffer, word, end, fields)) {
            return fields.reject(Reason.BAD_TIME);
        }
        word = nextWord(buffer, end, to);
        end = endOfWord(buffer, word, to);
        if (!elapsed(buffer, word, end, fields)) {
            return fields.reject(word == to ? Reason.TOO_FEW_COLUMNS : Reason.BAD_ELAPSED);
        }
        word = nextWord(buffer, end, to);
        end = endOfWord(buffer, word, to);
        setUnlessDash(buffer, word, end, Text.CLIENT, fields);
        word = nextWord(buffer, end, to);
        end = endOfWord(buffer, word, to);
        if (!result(buffer, word, end, fields)) {
            return fields.reject(word == to ? Reason.TOO_FEW_COLUMNS : Reason.BAD_RESULT);
        }
        word = nextWord(buffer, end, to);
        end = endOfWord(buffer, word, to);
        if (!bytes(buffer, word, end, fields)) {
            return fields.reject(word == to ? Reason.TOO_FEW_COLUMNS : Reason.BAD_BYTES);
        }
        word = nextWord(buffer, end, to);
        end = endOfWord(buffer, word, to);
        boolean connect = isConnect(buffer, word, end);
        if (!connect && !isToken(buffer, word, end)) {
            return fields.reject(word == to ? Reason.TOO_FEW_COLUMNS : Reason.BAD_METHOD);
        }
        setUnlessDash(buffer, word, end, Text.METHOD, fields);
        word = nextWord(buffer, end, to);
        end = endOfWord(buffer, word, to);
        if (end == to) {
            return fields.reject(Reason.TOO_FEW_COLUMNS);
        }
        UrlParser.parse(buffer, word, end, connect, fields);
        return userAndRest(buffer, end + 1, to, fields) || fields.reject(Reason.NO_HIERARCHY);
    }

    /** Looks for the hierarchy column from the right, leaving at least one byte and a space for the user. */
    private static boolean userAndRest(byte[] buffer, int from, int to, LineFields fields) {
        int typeEnd = skipSpacesBack(buffer, from, to);
        int type = startOfWord(buffer, from, typeEnd);
        while (type > from) {
            int wordEnd = skipSpacesBack(buffer, from, type);
            int word = startOfWord(buffer, from, wordEnd);
            if (word < from + 2) {
                return false;
            }
            if (SquidHierarchy.is(buffer, word, wordEnd)) {
                setUnlessDash(buffer, from, word - 1, Text.USER, fields);
                fields.set(Text.HIERARCHY, word, wordEnd);
                setUnlessDash(buffer, type, typeEnd, Text.CONTENT_TYPE, fields);
                return true;
            }
            type = word;
            typeEnd = wordEnd;
        }
        return false;
    }

    private static boolean time(byte[] buffer, int from, int to, LineFields fields) {
        int point = to - 4;
        if (point <= from || point - from > MAX_SECONDS_DIGITS || buffer[point] != '.') {
            return false;
        }
        long seconds = Digits.number(buffer, from, point);
        long millis = Digits.number(buffer, point + 1, to);
        fields.timeMillis = seconds * 1000 + millis;
        return seconds >= 0 && millis >= 0;
    }

    private static boolean elapsed(byte[] buffer, int from, int to, LineFields fields) {
        boolean negative = from < to && buffer[from] == '-';
        long millis = Digits.number(buffer, negative ? from + 1 : from, to);
        fields.elapsedMillis = negative ? -millis : millis;
        return millis >= 0;
    }

    private static boolean result(byte[] buffer, int from, int to, LineFields fields) {
        int slash = to - 4;
        if (slash <= from || buffer[slash] != '/') {
            return false;
        }
        for (int i = from; i < slash; i++) {
            byte b = buffer[i];
            if ((b < 'A' || b > 'Z') && b != '_' && (b < '0' || b > '9')) {
                return false;
            }
        }
        fields.set(Text.RESULT, from, slash);
        long status = Digits.number(buffer, slash + 1, to);
        fields.status = (int) status;
        return status >= 0;
    }

    private static boolean bytes(byte[] buffer, int from, int to, LineFields fields) {
        if (isDash(buffer, from, to)) {
            fields.bytes = LineFields.ABSENT;
            return true;
        }
        fields.bytes = Digits.number(buffer, from, to);
        return fields.bytes >= 0;
    }

    private static boolean isToken(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] < 0 || !TOKEN[buffer[i]]) {
                return false;
            }
        }
        return from < to;
    }

    private static boolean isConnect(byte[] buffer, int from, int to) {
        return to - from == 7
                && buffer[from] == 'C'
                && buffer[from + 1] == 'O'
                && buffer[from + 2] == 'N'
                && buffer[from + 3] == 'N'
                && buffer[from + 4] == 'E'
                && buffer[from + 5] == 'C'
                && buffer[from + 6] == 'T';
    }

    private static void setUnlessDash(byte[] buffer, int from, int to, Text text, LineFields fields) {
        if (!isDash(buffer, from, to)) {
            fields.set(text, from, to);
        }
    }

    private static boolean isDash(byte[] buffer, int from, int to) {
        return to - from == 1 && buffer[from] == '-';
    }

    private static int endOfWord(byte[] buffer, int from, int to) {
        return ByteSearch.first(buffer, from, to, ' ');
    }

    private static int nextWord(byte[] buffer, int from, int to) {
        int i = from;
        while (i < to && buffer[i] == ' ') {
            i++;
        }
        return i;
    }

    private static int startOfWord(byte[] buffer, int from, int to) {
        return Math.max(ByteSearch.last(buffer, from, to, ' ') + 1, from);
    }

    private static int skipSpacesBack(byte[] buffer, int from, int to) {
        int i = to;
        while (i > from && buffer[i - 1] == ' ') {
            i--;
        }
        return i;
    }

    private static boolean[] tokenBytes() {
        boolean[] token = new boolean[128];
        for (char c = '0'; c <= 'z'; c++) {
            token[c] = Character.isLetterOrDigit(c);
        }
        for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
            token[c] = true;
        }
        return token;
    }
}
