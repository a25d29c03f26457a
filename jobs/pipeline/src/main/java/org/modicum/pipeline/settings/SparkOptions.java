package org.modicum.pipeline.settings;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code spark { … }}: whatever is there, nested or dotted, by its full name. */
final class SparkOptions {

    private static final String PREFIX = "spark.";

    private SparkOptions() {}

    static Map<String, String> read(Setting setting) {
        Map<String, String> options = new TreeMap<>();
        setting.section().ifPresent(block -> collect("", block, options));
        return Collections.unmodifiableMap(options);
    }

    private static void collect(String prefix, Section block, Map<String, String> options) {
        for (String key : block.keys()) {
            block.optional(key).ifPresent(setting -> {
                String name = prefix + key;
                if (setting.isBlock()) {
                    setting.section().ifPresent(inner -> collect(name + ".", inner, options));
                } else {
                    value(setting).ifPresent(text -> options.put(full(name), text));
                }
            });
        }
    }

    private static Optional<String> value(Setting setting) {
        if (!setting.isList()) {
            return setting.text();
        }
        return setting.list()
                .map(elements -> elements.stream()
                        .map(Setting::text)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(",")));
    }

    private static String full(String name) {
        return name.startsWith(PREFIX) ? name : PREFIX + name;
    }
}
