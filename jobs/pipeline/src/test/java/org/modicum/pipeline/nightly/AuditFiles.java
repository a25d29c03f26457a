package org.modicum.pipeline.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.LogReader;
import org.modicum.pipeline.audit.log.Problem;
import org.modicum.policy.audit.NoteKey;

/** A test site's audit log, as an auditor has it. */
public final class AuditFiles {
    private AuditFiles() {}

    public static Path folder(TestSite site) {
        return site.home().resolve("audit");
    }

    public static NoteKey key(TestSite site) throws IOException {
        return NoteKey.parse(
                Files.readString(folder(site).resolve("public-key")).strip());
    }

    public static List<Entry> entries(TestSite site) throws IOException {
        return reader(site).entries();
    }

    public static List<Problem> problems(TestSite site) throws IOException {
        return reader(site).verify();
    }

    public static Path proof(TestSite site, String week) {
        return site.home().resolve("reports").resolve(week).resolve("summary.csv.tlog-proof");
    }

    /** As a home is that was used before there was a log. */
    public static void forget(TestSite site) throws IOException {
        delete(folder(site));
        delete(site.home().resolve("keys/audit"));
    }

    public static void delete(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A copy of everything below a folder, to be put back later. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static LogReader reader(TestSite site) throws IOException {
        return LogReader.of(folder(site), List.of(key(site)));
    }
}
