package org.modicum.pipeline.settings;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One of the places that settings come from, as written: substitutions are not yet resolved.
 *
 * @param name what problems call it when the origin of a value is no file
 * @param base the folder for relative paths when the origin of a value is no file
 * @param root what is set
 */
record Layer(String name, Path base, ConfigObject root) {

    /** The value at the path, if this layer sets it without a detour over a substitution. */
    Optional<ConfigValue> at(List<String> path) {
        ConfigValue value = root;
        for (String step : path) {
            try {
                value = step(value, step);
            } catch (ConfigException.NotResolved e) {
                return Optional.empty();
            }
            if (value == null) {
                return Optional.empty();
            }
        }
        return Optional.of(value);
    }

    Place place(ConfigOrigin origin) {
        int line = Math.max(origin.lineNumber(), 0);
        if (origin.filename() == null) {
            return new Place(name, line, base);
        }
        Path file = Path.of(origin.filename());
        return new Place(
                Problem.shown(file), line, file.toAbsolutePath().normalize().getParent());
    }

    private static ConfigValue step(ConfigValue value, String step) {
        if (value instanceof ConfigObject object) {
            return object.get(step);
        }
        if (value instanceof ConfigList list) {
            int index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : null;
        }
        return null;
    }
}
