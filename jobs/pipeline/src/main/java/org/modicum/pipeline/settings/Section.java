package org.modicum.pipeline.settings;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One block of the settings being read. It remembers which keys were asked for, so that it can tell unknown ones. */
final class Section {

    private final Setting setting;
    private final ConfigObject block;
    private final Set<String> known = new TreeSet<>();

    /** @param block the value of the setting */
    Section(Setting setting, ConfigObject block) {
        this.setting = setting;
        this.block = block;
    }

    /** The setting, or nothing if it is missing or null. */
    Optional<Setting> optional(String key) {
        known.add(key);
        ConfigValue value = block.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Setting found = setting.child(key, value);
        return found.isNull() ? Optional.empty() : Optional.of(found);
    }

    /** The setting, or nothing and a problem noted if it is missing or null. */
    Optional<Setting> required(String key) {
        Optional<Setting> found = optional(key);
        if (found.isEmpty()) {
            if (block.containsKey(key)) {
                setting.child(key, block.get(key)).problem("is null; give it a value");
            } else {
                setting.problem("has no " + key + "; add it");
            }
        }
        return found;
    }

    /** The elements of a list; none if it is missing. */
    List<Setting> elements(String key) {
        return optional(key).flatMap(Setting::list).orElse(List.of());
    }

    /** All keys that are set, sorted. */
    List<String> keys() {
        return block.keySet().stream().sorted().toList();
    }

    ConfigValue value(String key) {
        return block.get(key);
    }

    /** The whole block as a setting, to say what is wrong with it. */
    Setting setting() {
        return setting;
    }

    /** Notes every key that nothing asked for. */
    void noOtherKeys() {
        List<String> unknown = new ArrayList<>(block.keySet());
        unknown.removeAll(known);
        for (String key : unknown) {
            setting.child(key, block.get(key)).problem("is no setting" + Spelling.suggestion(key, known));
        }
    }
}
