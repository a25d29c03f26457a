package org.modicum.proxylog.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.modicum.proxylog.Compression;

/**
 * Finds the files that paths mean. A path that exists is taken literally, so that brackets in a name do no harm;
 * otherwise it is a Hadoop glob. A folder means the files right in it but for those whose name begins with
 * {@code .} or {@code _}. A file that several paths mean is read once, under the name that the first one gives it.
 */
final class FileListing {
    private final Configuration hadoop;
    private final Map<String, ListedFile> files = new LinkedHashMap<>();

    private FileListing(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /**
     * Lists the files and looks at their first bytes.
     *
     * @throws UncheckedIOException if a path means no file, or a file cannot be opened; the message names it
     * @throws IllegalArgumentException if ranges name a file that is not listed
     */
    static List<ListedFile> list(ReadOptions options, Configuration hadoop) {
        FileListing listing = new FileListing(hadoop);
        for (String path : options.paths()) {
            try {
                listing.add(path);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + path + ": " + e.getMessage(), e);
            }
        }
        checkRanges(options.ranges().keySet(), listing.files.values());
        return List.copyOf(listing.files.values());
    }

    private void add(String given) throws IOException {
        Path path = new Path(given);
        FileSystem system = path.getFileSystem(hadoop);
        if (system.exists(path)) {
            FileStatus status = system.getFileStatus(path);
            if (status.isDirectory()) {
                addFolder(system, status, hasScheme(path));
            } else {
                addFile(system, status, given);
            }
            return;
        }
        FileStatus[] found = system.globStatus(path);
        if (found == null || found.length == 0) {
            throw new FileNotFoundException("there is no such file, and as a glob it matches none.");
        }
        for (FileStatus status : sorted(found)) {
            if (status.isDirectory()) {
                addFolder(system, status, hasScheme(path));
            } else {
                addFile(system, status, name(status, hasScheme(path)));
            }
        }
    }

    private void addFolder(FileSystem system, FileStatus folder, boolean withScheme) throws IOException {
        for (FileStatus status : sorted(system.listStatus(folder.getPath()))) {
            String last = status.getPath().getName();
            if (status.isFile() && !last.startsWith(".") && !last.startsWith("_")) {
                addFile(system, status, name(status, withScheme));
            }
        }
    }

    private void addFile(FileSystem system, FileStatus status, String name) throws IOException {
        String location = status.getPath().toString();
        if (!files.containsKey(location)) {
            Compression compression =
                    Compression.detect(head(system, status), status.getPath().getName());
            files.put(location, new ListedFile(name, location, status.getLen(), compression));
        }
    }

    private static byte[] head(FileSystem system, FileStatus status) throws IOException {
        try (FSDataInputStream in = system.open(status.getPath())) {
            return in.readNBytes(Compression.HEAD);
        }
    }

    private static String name(FileStatus status, boolean withScheme) {
        return withScheme
                ? status.getPath().toString()
                : status.getPath().toUri().getPath();
    }

    private static boolean hasScheme(Path path) {
        return path.toUri().getScheme() != null;
    }

    private static List<FileStatus> sorted(FileStatus[] found) {
        List<FileStatus> sorted = new ArrayList<>(Arrays.asList(found));
        sorted.sort(Comparator.comparing(status -> status.getPath().toString()));
        return sorted;
    }

    private static void checkRanges(Set<String> named, Collection<ListedFile> listed) {
        Set<String> strangers = new TreeSet<>(named);
        strangers.removeAll(listed.stream().map(ListedFile::name).collect(Collectors.toSet()));
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException("Option 'ranges' names files that are not read: "
                    + String.join(", ", strangers) + ". Write each as the 'file' column has it.");
        }
    }
}
