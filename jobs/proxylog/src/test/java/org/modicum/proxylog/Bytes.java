package org.modicum.proxylog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Test data: text in which {@code {EB}} stands for the byte 0xEB, and files in memory. */
final class Bytes {
    private static final Pattern BYTE = Pattern.compile("\\{([0-9A-F]{2})}");

    private Bytes() {}

    static byte[] of(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher matcher = BYTE.matcher(text);
        int at = 0;
        while (matcher.find()) {
            bytes.writeBytes(text.substring(at, matcher.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(Integer.parseInt(matcher.group(1), 16));
            at = matcher.end();
        }
        bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    static LogFile file(byte[] content) {
        return position -> new ByteArrayInputStream(content, (int) Math.min(position, content.length), content.length);
    }
}
