package org.modicum.pipeline.settings;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Lays the sources of settings over each other: command line, system properties, the site's file, the defaults. */
final class Layers {

    private static final String PREFIX = "modicum.";
    private static final String HOME = PREFIX + "home";

    private Layers() {}

    /** The layers, the strongest first. */
    static List<Layer> of(Path file, ConfigObject written, Map<String, String> commandLine, Properties system) {
        Path here = Path.of("").toAbsolutePath();
        Path folder = file.toAbsolutePath().normalize().getParent();
        return List.of(
                new Layer(
                        "command line",
                        here,
                        ConfigFactory.parseMap(commandLine).root()),
                new Layer(
                        "system property",
                        here,
                        ConfigFactory.parseProperties(ours(system)).root()),
                new Layer(Problem.shown(file), folder, written),
                new Layer("reference.conf", folder, Hocon.reference()));
    }

    /**
     * All layers as one, substitutions resolved. The home is made absolute first, so that what is named relative to it
     * does not depend on who names it.
     */
    static Optional<ConfigObject> resolved(Path file, Reading reading) {
        ConfigObject merged = reading.places().layers().stream()
                .map(Layer::root)
                .reduce((strong, weak) -> strong.withFallback(weak))
                .orElseThrow();
        return Hocon.resolve(file, merged, new Problems())
                .flatMap(once -> home(once, reading))
                .map(home -> merged.toConfig()
                        .withValue(HOME, ConfigValueFactory.fromAnyRef(home.toString()))
                        .root())
                .or(() -> Optional.of(merged))
                .flatMap(absolute -> Hocon.resolve(file, absolute, reading.problems()));
    }

    /** Problems with it are noted when the settings themselves are read. */
    private static Optional<Path> home(ConfigObject once, Reading reading) {
        Reading silent = new Reading(reading.places(), new Problems());
        return new Section(Setting.root(silent, once), once)
                .optional("modicum")
                .flatMap(Setting::section)
                .flatMap(modicum -> modicum.optional("home"))
                .flatMap(Setting::path);
    }

    private static Properties ours(Properties system) {
        Properties ours = new Properties();
        system.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> ours.setProperty(name, system.getProperty(name)));
        return ours;
    }
}
