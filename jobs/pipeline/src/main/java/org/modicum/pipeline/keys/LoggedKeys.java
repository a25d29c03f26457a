package org.modicum.pipeline.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;

/** The entries of the secret keys in the audit log: of each its name, nothing that could be worked back to it. */
public final class LoggedKeys {
    private static final String SUFFIX = ".key";
    private static final String PSEUDONYMS = "pseudonyms";
    private static final String DESTROYED = "destroyed";
    private static final String FINGERPRINTS = "fingerprints";

    private final AuditLog log;
    private final Path folder;

    public LoggedKeys(AuditLog log, Path folder) {
        this.log = log;
        this.folder = folder;
    }

    /** Logs the keys that this run has made. */
    public void made() {
        logAs("made");
    }

    /** Logs the keys that were there without an entry: from before there was a log, or of a run that was killed. */
    public void found() {
        logAs("found");
    }

    /** Logs that a week's key is gone, unless its last entry says so. */
    public void destroyed(String week) {
        if (!destroyed(log.entries()).contains(week)) {
            log.append(List.of(entry(DESTROYED, week)));
        }
    }

    /** The weeks whose last entry says that their key is gone. */
    public static Set<String> destroyed(List<Entry> entries) {
        Set<String> destroyed = new TreeSet<>();
        keyEvents(entries)
                .filter(entry -> entry.text("purpose").equals(PSEUDONYMS))
                .forEach(entry -> {
                    if (entry.text("event").equals(DESTROYED)) {
                        destroyed.add(entry.text("key"));
                    } else {
                        destroyed.remove(entry.text("key"));
                    }
                });
        return destroyed;
    }

    private static Stream<Entry> keyEvents(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.KEY_EVENT)
                .filter(entry -> purpose(entry.text("key")).equals(entry.text("purpose")));
    }

    private void logAs(String event) {
        Set<String> known =
                keyEvents(log.entries()).map(entry -> entry.text("key")).collect(Collectors.toSet());
        known.removeAll(destroyed(log.entries()));
        List<Entry> missing = names().stream()
                .filter(name -> !known.contains(name))
                .map(name -> entry(event, name))
                .toList();
        if (!missing.isEmpty()) {
            log.append(missing);
        }
    }

    private Entry entry(String event, String name) {
        return new Entry(
                log.now(),
                Kind.KEY_EVENT,
                Map.of(
                        "event", Value.of(event),
                        "purpose", Value.of(purpose(name)),
                        "key", Value.of(name)));
    }

    private static String purpose(String name) {
        return name.equals(FINGERPRINTS) ? FINGERPRINTS : PSEUDONYMS;
    }

    private List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The keys in " + folder + " could not be listed", e);
        }
    }
}
