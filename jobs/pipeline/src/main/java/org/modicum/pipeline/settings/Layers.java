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
    private static final List<String> HOME = List.of("modicum", "home");

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
     * does not depend on who names it; if it is wrong, another stands in, so that it is complained of once.
     */
    static Optional<ConfigObject> resolved(Path file, Reading reading) {
        ConfigObject merged = reading.places().layers().stream()
                .map(Layer::root)
                .reduce((strong, weak) -> strong.withFallback(weak))
                .orElseThrow();
        Path here = Path.of("").toAbsolutePath();
        ConfigObject once = Hocon.resolve(file, merged, new Problems()).orElse(merged);
        Path home = new Layer("all", here, once)
                .at(HOME)
                .flatMap(value -> new Setting(reading, HOME, value).path())
                .orElse(here);
        ConfigObject absolute = merged.toConfig()
                .withValue(String.join(".", HOME), ConfigValueFactory.fromAnyRef(home.toString()))
                .root();
        return Hocon.resolve(file, absolute, reading.problems());
    }

    private static Properties ours(Properties system) {
        Properties ours = new Properties();
        system.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> ours.setProperty(name, system.getProperty(name)));
        return ours;
    }
}
