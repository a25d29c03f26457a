package org.modicum.pipeline.settings;

import java.nio.file.Path;
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
        Path path, Optional<Path> leave, boolean ignoreCase, boolean stripDomain, boolean stripRealm) {}
