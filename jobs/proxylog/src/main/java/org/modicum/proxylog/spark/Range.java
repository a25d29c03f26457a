package org.modicum.proxylog.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file's decompressed content.
 *
 * @param from first byte, the start of a line
 * @param to one past the last byte, or {@link #END}
 */
record Range(long from, long to) implements Serializable {
    /** Up to the end of the file, wherever that is. */
    static final long END = -1;

    static final Range WHOLE = new Range(0, END);

    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,18}) (-1|\\d{1,18}) (.+)");

    /**
     * Reads the option {@code ranges}: one {@code from to path} per line.
     *
     * @return the ranges by path, in the order given
     * @throws IllegalArgumentException naming the line that is wrong
     */
    static Map<String, List<Range>> parse(String text) {
        Map<String, List<Range>> ranges = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                Range range = new Range(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
                if (range.to != END && range.to < range.from) {
                    throw new IllegalArgumentException("Option 'ranges', line " + number + ": the range ends ("
                            + range.to + ") before it begins (" + range.from + ").");
                }
                ranges.computeIfAbsent(matcher.group(3), path -> new ArrayList<>())
                        .add(range);
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException("Option 'ranges', line " + number + ": write 'from to path', such"
                        + " as '0 4096 /var/log/squid/access.log', with -1 as 'to' for the end of the file.");
            }
        }
        return ranges;
    }
}
