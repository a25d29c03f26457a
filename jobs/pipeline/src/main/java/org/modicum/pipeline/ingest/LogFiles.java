package org.modicum.pipeline.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.Source;
import org.modicum.proxylog.Compression;
import org.modicum.proxylog.Dialect;

/** The files of a source, on whatever file system its path names. */
public final class LogFiles {
    private final Source source;
    private final Duration settle;
    private final Fingerprint fingerprint;

    LogFiles(Source source, Duration settle, Fingerprint fingerprint) {
        this.source = source;
        this.settle = settle;
        this.fingerprint = fingerprint;
    }

    /** How many files match the source's path. */
    public static int count(Source source) throws IOException {
        return list(source).size();
    }

    /**
     * What the beginning of the file that was written last looks like; empty if no file matches or it is empty.
     *
     * @param staff the directory, to count users that it does not know
     */
    public static Optional<LogSample> sample(Settings settings, Source source, Staff staff, Instant now)
            throws IOException {
        Optional<FileStatus> newest = list(source).stream()
                .filter(file -> file.getLen() > 0)
                .max(Comparator.comparingLong(FileStatus::getModificationTime));
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Path path = newest.get().getPath();
        FileSystem files = fileSystem(path);
        UserNames names = UserNames.of(settings.directory());
        Set<String> known = staff.members().stream().map(Member::username).collect(Collectors.toSet());
        return Optional.of(LogSample.of(
                position -> openAt(files, path, position),
                Compression.detect(head(files, newest.get()), path.getName()),
                Dialect.of(source.format()),
                settings.catalogue(),
                names::canonical,
                known::contains,
                settings.zone(),
                now));
    }

    /** Whether a file still holds the content that was found in it. */
    static boolean holds(Reading reading, Fingerprint fingerprint) {
        Path path = new Path(reading.file());
        try {
            FileSystem files = fileSystem(path);
            FileStatus status = files.getFileStatus(path);
            if (reading.container().isPresent()) {
                return container(files, status, fingerprint)
                        .equals(reading.container().get());
            }
            Content content = new PlainContent(files, path, status.getLen(), true, fingerprint);
            return reading.marks().entrySet().stream()
                    .allMatch(mark -> content.markAt(mark.getKey()).equals(Optional.of(mark.getValue())));
        } catch (FileNotFoundException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("The log file " + reading.file() + " could not be looked at again", e);
        }
    }

    /** Every file that may hold something new; compressed ones that lie there unchanged are left out. */
    List<Plan.Candidate> candidates(Ledger.Contents contents, RunReport report) {
        try {
            List<FileStatus> files = list(source);
            if (files.isEmpty()) {
                report.warn("Source " + source.name() + ": no file matches " + source.path()
                        + ". Check the path, and that this user may read it.");
            }
            List<Plan.Candidate> candidates = new ArrayList<>();
            for (FileStatus file : files) {
                candidate(file, contents).ifPresent(candidates::add);
            }
            return candidates;
        } catch (IOException e) {
            throw new UncheckedIOException("The files of source " + source.name() + " could not be opened", e);
        }
    }

    private static List<FileStatus> list(Source source) throws IOException {
        Path pattern = new Path(source.path());
        FileStatus[] found = fileSystem(pattern).globStatus(pattern);
        return found == null
                ? List.of()
                : Arrays.stream(found).filter(FileStatus::isFile).sorted().toList();
    }

    private Optional<Plan.Candidate> candidate(FileStatus file, Ledger.Contents contents) throws IOException {
        Path path = file.getPath();
        FileSystem files = fileSystem(path);
        byte[] head = head(files, file);
        if (head.length == 0) {
            return Optional.empty();
        }
        Compression compression = Compression.detect(head, path.getName());
        if (compression == Compression.NONE) {
            boolean stillWritten = Instant.ofEpochMilli(file.getModificationTime())
                    .isAfter(Instant.now().minus(settle));
            Content plain = new PlainContent(files, path, file.getLen(), stillWritten, fingerprint);
            return Optional.of(new Plan.Candidate(name(path), plain, Optional.empty()));
        }
        String container = container(files, file, fingerprint);
        if (contents.containers().contains(container)) {
            return Optional.empty();
        }
        SortedSet<Long> offsets = new TreeSet<>();
        contents.known().forEach(known -> offsets.addAll(known.marks().keySet()));
        Content unpacked = new CompressedContent(
                () -> compression.open(position -> openAt(files, path, position)), offsets, fingerprint);
        return Optional.of(new Plan.Candidate(name(path), unpacked, Optional.of(container)));
    }

    /** A compressed file as it lies there: its length, beginning and end. */
    private static String container(FileSystem files, FileStatus file, Fingerprint fingerprint) {
        PlainContent raw = new PlainContent(files, file.getPath(), file.getLen(), false, fingerprint);
        long length = file.getLen();
        return length + "-" + raw.markAt(Math.min(length, Fingerprint.WINDOW)).orElseThrow() + "-"
                + raw.markAt(length).orElseThrow();
    }

    private static byte[] head(FileSystem files, FileStatus file) throws IOException {
        byte[] head = new byte[(int) Math.min(Compression.HEAD, file.getLen())];
        try (FSDataInputStream in = files.open(file.getPath())) {
            in.readFully(0, head);
        }
        return head;
    }

    private static FSDataInputStream openAt(FileSystem files, Path path, long position) throws IOException {
        FSDataInputStream in = files.open(path);
        in.seek(position);
        return in;
    }

    private static FileSystem fileSystem(Path path) throws IOException {
        return path.getFileSystem(new Configuration());
    }

    /** Local files go by their plain path, others by their URI. */
    private static String name(Path path) {
        return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
    }
}
