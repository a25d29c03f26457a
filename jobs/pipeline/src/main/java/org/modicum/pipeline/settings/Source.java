package org.modicum.pipeline.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A set of proxy log files and the format they are in.
 *
 * @param name what the source is called in reports; unique
 * @param format the dialect of the {@code proxylog} data source, for instance {@code squid}
 * @param path an absolute path that may hold globs, or a URI
 * @param sanction what makes reading it lawful
 */
public record Source(String name, String format, String path, Sanction sanction) {

    /** The dialects that the {@code proxylog} data source knows. */
    private static final List<String> FORMATS = List.of("squid");
    /** The sources of a list, with their names compared. */
    static List<Source> readAll(List<Setting> elements) {
        List<Source> sources = new ArrayList<>();
        Map<String, Place> named = new HashMap<>();
        for (Setting element : elements) {
            element.section().flatMap(section -> read(section, named)).ifPresent(sources::add);
        }
        return sources;
    }

    private static Optional<Source> read(Section section, Map<String, Place> named) {
        Optional<String> name = section.required("name").flatMap(setting -> unique(setting, named));
        Optional<String> format = section.required("format").flatMap(setting -> setting.oneOf(FORMATS));
        Optional<String> path = section.required("path").flatMap(Setting::location);
        Optional<Sanction> sanction =
                section.required("sanction").flatMap(Setting::section).flatMap(Sanction::read);
        section.noOtherKeys();
        if (name.isEmpty() || format.isEmpty() || path.isEmpty() || sanction.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Source(name.get(), format.get(), path.get(), sanction.get()));
    }

    private static Optional<String> unique(Setting setting, Map<String, Place> named) {
        Optional<String> name = setting.line();
        name.map(text -> named.putIfAbsent(text, setting.place()))
                .ifPresent(first -> setting.problem(
                        "is the name of the source at " + first + " already; give each source its own"));
        return name;
    }
}
