package org.modicum.pipeline.settings;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Reads a site's settings: command line over system properties ({@code -Dmodicum.…}) over the site's file over {@code
 * reference.conf}, where every default is. {@code ${?NAME}} takes an environment variable. Relative paths are relative
 * to the file that names them; those of the command line and of system properties to the working folder.
 */
public final class SettingsReader {

    private SettingsReader() {}

    /**
     * Reads the settings of a file.
     *
     * @throws SettingsException with every problem of the file and of the files it names
     */
    public static Settings read(Path file) {
        return read(file, Map.of());
    }

    /**
     * Reads the settings of a file, and what the command line sets over them.
     *
     * @param commandLine what the command line sets, by full name such as {@code modicum.home}
     * @throws SettingsException with every problem of the file and of the files it names
     */
    public static Settings read(Path file, Map<String, String> commandLine) {
        ResolvedSettings resolved = resolve(file, commandLine);
        return resolved.settings().orElseThrow(() -> new SettingsException(resolved.problems()));
    }

    /** Reads for showing: never throws for what a site set. */
    public static ResolvedSettings resolve(Path file, Map<String, String> commandLine) {
        return resolve(file, commandLine, System.getProperties());
    }

    static ResolvedSettings resolve(Path file, Map<String, String> commandLine, Properties system) {
        Problems problems = new Problems();
        ConfigObject written =
                Hocon.parse(file, problems).orElse(ConfigFactory.empty().root());
        if (!problems.isEmpty()) {
            // Whatever else would be complained of may be because of this.
            return new ResolvedSettings(
                    Setting.root(new Reading(new Places(List.of()), problems), written),
                    Optional.empty(),
                    problems.list());
        }
        Reading reading = new Reading(new Places(Layers.of(file, written, commandLine, system)), problems);
        ConfigObject resolved = Layers.resolved(file, reading).orElse(written);
        Setting root = Setting.root(reading, resolved);
        Optional<Settings> settings =
                problems.isEmpty() ? Assembly.of(new Section(root, resolved), problems) : Optional.empty();
        return new ResolvedSettings(root, settings, problems.list());
    }
}
