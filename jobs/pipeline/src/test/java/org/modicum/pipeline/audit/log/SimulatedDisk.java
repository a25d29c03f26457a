package org.modicum.pipeline.audit.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A disk that knows what a crash leaves: what was not forced may be lost, and a write may stop anywhere. */
final class SimulatedDisk implements Disk {

    /** What is there after the crash. */
    enum Crash {
        /** The process was killed: all that was done is there. */
        KILLED,
        /** The power went: names and contents that were not forced are gone. */
        POWER_CUT,
        /** The power went when the names had reached the disk already, and contents that were not forced had not. */
        NAMES_AHEAD
    }

    /** A file has its contents; a folder has none. */
    private static final class Node {
        private byte[] content = new byte[0];
        private byte[] forced = new byte[0];
    }

    private final SortedMap<String, Node> now;
    private final SortedMap<String, Node> forced;
    private final Set<String> folders;
    private int steps;
    private int crashAt = Integer.MAX_VALUE;
    private double written;
    private boolean inWrite;
    private boolean locked;

    SimulatedDisk() {
        this(new TreeMap<>(), Set.of());
    }

    private SimulatedDisk(SortedMap<String, Node> files, Set<String> folders) {
        this.now = files;
        this.forced = new TreeMap<>(files);
        this.folders = new HashSet<>(folders);
    }

    /** @param part how much of a file is there if the crash comes while it is written, 0 to 1 */
    SimulatedDisk crashAt(int step, double part) {
        crashAt = steps + step;
        written = part;
        return this;
    }

    int steps() {
        return steps;
    }

    boolean crashed() {
        return steps > crashAt;
    }

    boolean crashedInWrite() {
        return crashed() && inWrite;
    }

    SimulatedDisk after(Crash crash) {
        SortedMap<String, Node> left = new TreeMap<>();
        (crash == Crash.POWER_CUT ? forced : now).forEach((path, node) -> {
            Node copy = new Node();
            copy.content = crash == Crash.KILLED ? node.content : node.forced;
            copy.forced = copy.content;
            left.put(path, copy);
        });
        return new SimulatedDisk(left, folders);
    }

    @Override
    public Closeable lock() {
        if (locked) {
            throw new IllegalStateException("locked");
        }
        locked = true;
        return () -> locked = false;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(now.get(path)).map(node -> node.content.clone());
    }

    @Override
    public List<String> list(String folder) {
        String start = folder + "/";
        return List.copyOf(now.keySet().stream()
                .filter(path -> path.startsWith(start))
                .map(path -> path.substring(start.length()).replaceFirst("/.*", ""))
                .collect(Collectors.toSet()));
    }

    @Override
    public void makeFolder(String path) throws IOException {
        step();
        folders.add(path);
    }

    @Override
    public void write(String path, byte[] content) throws IOException {
        Node node = new Node();
        inWrite = steps == crashAt;
        if (inWrite) {
            node.content = Arrays.copyOf(content, (int) (content.length * written));
            now.put(path, node);
        }
        step();
        requireFolder(path);
        node.content = content.clone();
        now.put(path, node);
    }

    @Override
    public void force(String path) throws IOException {
        step();
        if (now.containsKey(path)) {
            now.get(path).forced = now.get(path).content;
            return;
        }
        forced.keySet().removeIf(file -> parent(file).equals(path));
        now.entrySet().stream()
                .filter(file -> parent(file.getKey()).equals(path))
                .forEach(file -> forced.put(file.getKey(), file.getValue()));
    }

    @Override
    public void move(String from, String to) throws IOException {
        step();
        requireFolder(to);
        now.put(to, Optional.ofNullable(now.remove(from)).orElseThrow());
    }

    @Override
    public void delete(String path) throws IOException {
        step();
        now.remove(path);
    }

    private void step() throws IOException {
        if (steps++ >= crashAt) {
            throw new IOException("crash");
        }
    }

    private void requireFolder(String path) throws IOException {
        if (!parent(path).isEmpty() && !folders.contains(parent(path))) {
            throw new IOException("no folder for " + path);
        }
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
