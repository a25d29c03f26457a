package org.modicum.pipeline.settings;

import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Optional;

/**
 * Says where each setting was written.
 *
 * <p>Resolving a substitution gives a value the origin of what was put in, which for {@code ${?HOME}/logs} is no file
 * at all. So values are looked up as they were written, and the origin of the resolved value is the last resort.
 *
 * @param layers the strongest first
 */
record Places(List<Layer> layers) {

    Place of(List<String> path, ConfigValue resolved) {
        for (Layer layer : layers) {
            Optional<ConfigValue> written = layer.at(path);
            if (written.isPresent()) {
                // A default that stands for what a site wrote is found where the site wrote it.
                boolean elsewhere = written.get().origin().filename() == null
                        && resolved.origin().filename() != null;
                return layer.place((elsewhere ? resolved : written.get()).origin());
            }
        }
        return layers.get(layers.size() - 1).place(resolved.origin());
    }
}
