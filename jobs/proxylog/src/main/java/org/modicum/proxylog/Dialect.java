package org.modicum.proxylog;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The log formats that can be read. */
public enum Dialect {
    /** Squid's native format, {@code logformat squid}, of Squid 2 to 6. */
    SQUID(new SquidParser());

    private final LineParser parser;

    Dialect(LineParser parser) {
        this.parser = parser;
    }

    /** What takes a line of this dialect apart. */
    public LineParser parser() {
        return parser;
    }

    /** The name by which the dialect is chosen, such as {@code squid}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, for a message that says what could have been written. */
    public static String words() {
        return Arrays.stream(values()).map(Dialect::word).collect(Collectors.joining(", "));
    }

    /**
     * The dialect of this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static Dialect of(String word) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no dialect '" + word + "'. Choose one of: " + words() + "."));
    }
}
