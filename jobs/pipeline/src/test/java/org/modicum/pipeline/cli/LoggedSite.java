package org.modicum.pipeline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.policy.audit.Hash;

/** A site with an audit log of three entries, and a published file that the last of them speaks of. */
final class LoggedSite {
    static final String ORIGIN = "example.ac.uk/modicum";

    private final Path folder;
    private final Settings settings;

    LoggedSite(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("staff.csv"), "username,department,faculty,line_manager,roles,from,to\n");
        Files.createDirectories(folder.resolve("protocols"));
        Files.writeString(folder.resolve("sites.conf"), "include classpath(\"modicum/sites.conf\")\n");
        Files.writeString(config(), "modicum.audit-origin = \"" + ORIGIN + "\"\n");
        settings = SettingsReader.read(config());
        Files.writeString(summary(), "week,group\n2026-W10,Registry\n");
        settingsChanged("r1");
        append(
                Kind.RELEASE,
                Map.of(
                        "run", Value.of("r1"),
                        "week", Value.of("2026-W10"),
                        "method", Value.of("slots-1"),
                        "snapshot", Value.of("42"),
                        "summary",
                                Value.of(Hash.ofFile(Files.readAllBytes(summary()))
                                        .hex())));
    }

    Path config() {
        return folder.resolve("modicum.conf");
    }

    Path log() {
        return settings.audit();
    }

    Path summary() {
        return folder.resolve("summary.csv");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String key() throws IOException {
        return Files.readString(log().resolve("public-key"), UTF_8).strip();
    }

    void settingsChanged(String run) throws IOException {
        append(Kind.SETTINGS_CHANGED, Map.of("run", Value.of(run), "settings", Value.of("ab".repeat(32))));
    }

    private void append(Kind kind, Map<String, Value> values) throws IOException {
        try (AuditLog open = AuditLog.open(settings)) {
            open.append(kind, values);
        }
    }

    Path copy(String name) throws IOException {
        copy(log(), file(name));
        return file(name);
    }

    /** What only the holder of the log's key can do: another past from some entry on. */
    void rewriteSince(Path copy) throws IOException {
        delete(log());
        copy(copy, log());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    static void delete(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
