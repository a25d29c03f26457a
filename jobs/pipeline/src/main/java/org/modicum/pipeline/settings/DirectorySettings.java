package org.modicum.pipeline.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the staff directory is and how its user names meet those that the proxy wrote.
 *
 * @param path the staff CSV file
 * @param leave the leave CSV file
 * @param ignoreCase {@code A.Jones} is {@code a.jones}
 * @param stripDomain {@code STAFF\a.jones} is {@code a.jones}
 * @param stripRealm {@code a.jones@EXAMPLE.AC.UK} is {@code a.jones}
 */
public record DirectorySettings(
        Path path, Optional<Path> leave, boolean ignoreCase, boolean stripDomain, boolean stripRealm) {
    private static final Path NOWHERE = Path.of("");

    static DirectorySettings read(Section section) {
        section.required("type").ifPresent(setting -> setting.oneOf(List.of("csv")));
        Path path =
                section.required("path").flatMap(DirectorySettings::readable).orElse(NOWHERE);
        Optional<Path> leave = section.optional("leave").flatMap(DirectorySettings::readable);
        boolean ignoreCase =
                section.required("ignore-case").flatMap(Setting::flag).orElse(true);
        boolean stripDomain =
                section.required("strip-domain").flatMap(Setting::flag).orElse(true);
        boolean stripRealm =
                section.required("strip-realm").flatMap(Setting::flag).orElse(true);
        section.noOtherKeys();
        return new DirectorySettings(path, leave, ignoreCase, stripDomain, stripRealm);
    }

    private static Optional<Path> readable(Setting setting) {
        Optional<Path> path = setting.path();
        path.filter(file -> !Files.isRegularFile(file) || !Files.isReadable(file))
                .ifPresent(file -> setting.problem(
                        "is " + file + ", which cannot be read; put the file there or correct the path"));
        return path;
    }
}
