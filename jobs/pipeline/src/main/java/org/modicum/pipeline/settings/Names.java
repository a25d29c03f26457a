package org.modicum.pipeline.settings;

import com.typesafe.config.ConfigUtil;
import java.util.List;

/** How a setting is called: {@code modicum.sources[0].path}. */
final class Names {

    private Names() {}

    static String of(List<String> path) {
        StringBuilder name = new StringBuilder();
        for (String step : path) {
            if (step.chars().allMatch(Character::isDigit)) {
                name.append('[').append(step).append(']');
            } else {
                name.append(name.length() == 0 ? "" : ".").append(quoted(step));
            }
        }
        return name.toString();
    }

    /** The key as HOCON takes it, in quotes if need be. */
    static String quoted(String key) {
        return ConfigUtil.joinPath(key);
    }
}
