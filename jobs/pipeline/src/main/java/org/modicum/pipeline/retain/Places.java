package org.modicum.pipeline.retain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.modicum.pipeline.hold.HeldCopies;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.retention.DataKind;

/** Where which kind of data lies. A file that is of none has no rule, and no business to be there. */
final class Places {
    private static final String SQLITE = "jdbc:sqlite:";

    /** What `audit report` writes beside the log. */
    private static final List<String> AUDIT_REPORT = List.of("index.html", "index.html.part", "audit-report");

    private final Map<Path, DataKind> byPlace = new LinkedHashMap<>();
    private final Path root;
    private final List<Path> outside;

    /** The first place that a file is in, or is, tells its kind: so a place within another comes before it. */
    Places(Settings settings, Home home, Warehouse warehouse) {
        this.root = home.root();
        List<Path> folders = new ArrayList<>(List.of(
                settings.keys(),
                settings.grants(),
                settings.reports(),
                settings.audit(),
                settings.retention().holds(),
                settings.retention().certificates(),
                settings.retention().standingRule()));
        // What is in a bucket and of no table was refused before.
        if (warehouse instanceof FolderWarehouse folder) {
            folders.add(Path.of(folder.root()));
            Tables.all().forEach(table -> byPlace.put(Path.of(folder.folder(table)), table.kind()));
        }
        this.outside = List.copyOf(folders);
        Path keys = settings.keys();
        byPlace.put(keys.resolve("audit"), DataKind.MACHINE_KEY);
        byPlace.put(keys.resolve("fingerprints.key"), DataKind.MACHINE_KEY);
        byPlace.put(keys, DataKind.PSEUDONYM_KEY);
        byPlace.put(settings.grants().resolve("registry.json"), DataKind.REGISTRY);
        byPlace.put(settings.grants().resolve("revocations.json"), DataKind.REGISTRY);
        byPlace.put(settings.grants().resolve("live"), DataKind.GRANT);
        byPlace.put(settings.grants().resolve("sealed"), DataKind.FLAG);
        byPlace.put(HeldCopies.of(settings).folder(), DataKind.HELD_COPY);
        byPlace.put(settings.reports(), DataKind.REPORT);
        for (String name : AUDIT_REPORT) {
            byPlace.put(settings.audit().resolve(name), DataKind.AUDIT_REPORT);
        }
        byPlace.put(settings.audit(), DataKind.AUDIT_LOG);
        byPlace.put(settings.retention().holds(), DataKind.HOLD);
        byPlace.put(settings.retention().certificates(), DataKind.CERTIFICATE);
        byPlace.put(settings.retention().standingRule(), DataKind.STANDING_RULE);
        byPlace.put(home.root().resolve("runs"), DataKind.RUN_REPORT);
        byPlace.put(home.state(), DataKind.STATE);
        byPlace.put(home.lock(), DataKind.STATE);
        byPlace.put(home.temporary(), DataKind.TEMPORARY);
        String uri = settings.store().uri();
        if (uri.startsWith(SQLITE)) {
            Path catalogue = Path.of(uri.substring(SQLITE.length()).replaceFirst("[?].*", ""));
            for (String end : List.of("", "-wal", "-shm", "-journal")) {
                byPlace.put(catalogue.resolveSibling(catalogue.getFileName() + end), DataKind.CATALOGUE);
            }
        }
    }

    Optional<DataKind> kindOf(Path file) {
        return byPlace.entrySet().stream()
                .filter(place -> file.startsWith(place.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    /** Files below the home and the other folders of the settings that are of no kind. */
    List<String> withoutRule() {
        return all().filter(file -> kindOf(file.file()).isEmpty())
                .map(SizedFile::path)
                .sorted()
                .toList();
    }

    /** All files of the kinds of which no time is counted. */
    Map<DataKind, List<FileInUse>> inUse() {
        Map<DataKind, List<FileInUse>> files = new EnumMap<>(DataKind.class);
        all().forEach(file -> kindOf(file.file())
                .filter(kind -> kind.from().isEmpty() && kind.goesWith().isEmpty())
                .ifPresent(kind ->
                        files.computeIfAbsent(kind, none -> new ArrayList<>()).add(FileInUse.of(file))));
        return files;
    }

    private Stream<SizedFile> all() {
        return Stream.concat(Stream.of(root), outside.stream().filter(folder -> !folder.startsWith(root)))
                .flatMap(folder -> SizedFile.below(folder).stream());
    }
}
