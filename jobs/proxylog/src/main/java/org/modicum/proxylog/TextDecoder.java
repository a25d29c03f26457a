package org.modicum.proxylog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes clean UTF-8 of a text column. Most columns are clean as they stand and are left in the line's buffer;
 * only what must change is copied to {@link #side}, which grows until {@link #clear}.
 *
 * <ul>
 *   <li>A host is turned to lower case.
 *   <li>A user name loses what Squid's {@code %[un} puts on ({@code Format::QuoteMimeBlob}): a doubled backslash
 *       becomes one, {@code %c3%ab} becomes its byte. A name whose decoded bytes are not UTF-8 stays as written, so
 *       that two different names never become one.
 *   <li>Elsewhere bytes that are not UTF-8 become U+FFFD.
 * </ul>
 */
public final class TextDecoder {
    private byte[] side = new byte[4096];
    private int used;
    private boolean aside;
    private int start;
    private int end;

    /** Frees the side buffer. What {@link #side} held is no longer valid. */
    public void clear() {
        used = 0;
    }

    /**
     * Decodes one text column of a line. The line has that column.
     *
     * @param ascii whether the line is known to be ASCII throughout
     */
    public void decode(byte[] buffer, LineFields fields, Text text, boolean ascii) {
        aside = false;
        start = fields.start(text);
        end = fields.end(text);
        if (text == Text.HOST) {
            lowerCase(buffer);
        } else if (text == Text.USER) {
            unescape(buffer);
        }
        if (!ascii && !aside) {
            repair(buffer);
        }
    }

    /** Whether the last text is in {@link #side}, not in the line's buffer. */
    public boolean isAside() {
        return aside;
    }

    /** The buffer of changed texts. It may be replaced by a longer one that begins alike. */
    public byte[] side() {
        return side;
    }

    /** First byte of the last text. */
    public int start() {
        return start;
    }

    /** Length of the last text in bytes. */
    public int length() {
        return end - start;
    }

    private void lowerCase(byte[] buffer) {
        int i = start;
        while (i < end && (buffer[i] < 'A' || buffer[i] > 'Z')) {
            i++;
        }
        if (i == end) {
            return;
        }
        byte[] host = Arrays.copyOfRange(buffer, start, end);
        for (i = 0; i < host.length; i++) {
            if (host[i] >= 'A' && host[i] <= 'Z') {
                host[i] = (byte) (host[i] + 32);
            }
        }
        putAside(Utf8.isValid(host, 0, host.length) ? host : Utf8.repair(host, 0, host.length));
    }

    private void unescape(byte[] buffer) {
        int i = start;
        while (i < end && buffer[i] != '%' && buffer[i] != '\\') {
            i++;
        }
        if (i == end) {
            return;
        }
        byte[] name = new byte[end - start];
        int length = 0;
        for (i = start; i < end; i++) {
            byte b = buffer[i];
            if (b == '%' && i + 2 < end && hex(buffer[i + 1]) >= 0 && hex(buffer[i + 2]) >= 0) {
                b = (byte) (hex(buffer[i + 1]) << 4 | hex(buffer[i + 2]));
                i += 2;
            } else if (b == '\\' && i + 1 < end && buffer[i + 1] == '\\') {
                i++;
            }
            name[length++] = b;
        }
        if (Utf8.isValid(name, 0, length)) {
            putAside(Arrays.copyOf(name, length));
        }
    }

    private void repair(byte[] buffer) {
        if (!Utf8.isValid(buffer, start, end)) {
            putAside(Utf8.repair(buffer, start, end));
        }
    }

    private void putAside(byte[] bytes) {
        if (side.length - used < bytes.length) {
            side = Arrays.copyOf(side, Math.max(side.length * 2, used + bytes.length));
        }
        System.arraycopy(bytes, 0, side, used, bytes.length);
        aside = true;
        start = used;
        used += bytes.length;
        end = used;
    }

    private static int hex(byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }

    /** The column of a line as a string, for callers that have few lines; null if the line lacks it. */
    public String string(byte[] buffer, LineFields fields, Text text) {
        if (!fields.has(text)) {
            return null;
        }
        clear();
        decode(buffer, fields, text, false);
        return new String(aside ? side : buffer, start, length(), StandardCharsets.UTF_8);
    }
}
