package org.modicum.pipeline.auditors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.settings.Settings;

/**
 * Where a report lies: {@code index.html}, and all it links to in a folder of that run. The first page is put in its
 * place last and in one move, so a reader has the old report or the new one, whenever the writer was killed.
 */
record ReportFolder(Path root) {
    static final String FOLDER = "audit-report";
    private static final String INDEX = "index.html";
    private static final Pattern RUN = Pattern.compile("[0-9]{8}T[0-9]{6}[.][0-9]{3}Z");

    /** By which a page of ours is told from somebody else's. */
    static final String GENERATOR = "<meta name=\"generator\" content=\"Modicum audit report\">";

    /**
     * Beside the log, or anywhere outside of what Modicum keeps.
     *
     * @throws ExitException with {@link ExitCode#USAGE} if it is inside: of what lies there every file has its rule; or
     *     if another page lies there
     */
    static ReportFolder in(Path folder, Settings settings) {
        Path root = folder.toAbsolutePath().normalize();
        boolean inside = Stream.of(
                        settings.home(),
                        settings.keys(),
                        settings.grants(),
                        settings.reports(),
                        settings.audit(),
                        settings.retention().holds(),
                        settings.retention().certificates())
                .anyMatch(root::startsWith);
        if (inside && !root.equals(settings.audit())) {
            throw new ExitException(
                    ExitCode.USAGE,
                    root
                            + " is a folder of Modicum's own, where no rule covers a report. Give --out another one, or leave"
                            + " it out: then the report lies beside the log, in " + settings.audit() + ".");
        }
        ReportFolder report = new ReportFolder(root);
        if (!report.isOurs()) {
            throw new ExitException(
                    ExitCode.USAGE, report.index() + " is no page of Modicum's. Give --out another folder.");
        }
        return report;
    }

    Path index() {
        return root.resolve(INDEX);
    }

    Path files(String run) {
        return root.resolve(FOLDER).resolve(run);
    }

    /** Writes the files, then the page, then clears away those of reports before. */
    void put(String run, Map<String, byte[]> files, byte[] index) {
        try {
            create(files(run));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                AtomicFile.write(files(run).resolve(file.getKey()), file.getValue(), AtomicFile.GROUP_READS);
            }
            AtomicFile.write(index(), index, AtomicFile.GROUP_READS);
            clear(run);
        } catch (IOException e) {
            throw new UncheckedIOException("The audit report in " + root + " could not be written", e);
        }
    }

    private boolean isOurs() {
        try {
            return !Files.exists(index()) || Files.readString(index()).contains(GENERATOR);
        } catch (IOException e) {
            return false; // what cannot be read as a page is not ours
        }
    }

    /** As the log's folder is: its owner writes, the group reads. */
    private static void create(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private void clear(String run) throws IOException {
        List<Path> before;
        try (Stream<Path> runs = Files.list(root.resolve(FOLDER))) {
            before = runs.filter(folder ->
                            RUN.matcher(folder.getFileName().toString()).matches())
                    .filter(folder -> !folder.getFileName().toString().equals(run))
                    .toList();
        }
        for (Path folder : before) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
