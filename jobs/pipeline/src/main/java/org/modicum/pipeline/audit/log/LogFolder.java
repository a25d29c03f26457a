package org.modicum.pipeline.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.modicum.policy.audit.TilePath.CHECKPOINT;
import static org.modicum.policy.audit.TilePath.WIDTH;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.Checkpoint;
import org.modicum.policy.audit.EntryBundle;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.audit.MerkleTree;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.NoteSigner;
import org.modicum.policy.audit.Proofs;
import org.modicum.policy.audit.SignedCheckpoint;
import org.modicum.policy.audit.SignedNote;
import org.modicum.policy.audit.TileGrowth;
import org.modicum.policy.audit.TilePath;
import org.modicum.policy.audit.TiledTree;

/**
 * The log as its one writer has it. Entries are made durable first, then tiles, then the signed checkpoint, each before
 * the next is begun. So after a crash at any point either a checkpoint was signed, and everything it speaks of is there
 * and it is put in its place; or none was, and the entries without one never were in the log.
 *
 * <p>For one thread. Whoever counts entries and then adds one, such as the uses of a grant, does both while holding the
 * same log open: the lock keeps every other writer out.
 */
public final class LogFolder implements Closeable {
    private final Disk disk;
    private final Closeable lock;
    private final NoteSigner signer;
    private final DurableFile files;
    private final LogReader reader;
    private SignedCheckpoint head;
    private Timeline timeline = new Timeline();
    private boolean broken;

    private LogFolder(Disk disk, Closeable lock, NoteSigner signer) throws IOException {
        this.disk = disk;
        this.lock = lock;
        this.signer = signer;
        this.files = new DurableFile(disk);
        this.reader = new LogReader(disk, List.of(signer.key()));
        this.head = new Recovery(disk, files, reader, signer).head();
        long size = head.checkpoint().size();
        long first = Math.max(0, (size - 1) / WIDTH);
        if (size > 0) {
            List<byte[]> latest = new Bundles(reader::read, size).read(first);
            latest.forEach(entry -> timeline.add(0, entry));
        }
        removePartials(size);
    }

    /**
     * Opens a log, mends what a crash left, or begins a new log in a folder that has none.
     *
     * @param signer the log's key, whose name is the log's origin
     * @throws org.modicum.pipeline.exit.ExitException if another writer has the log
     * @throws AuditException if the log is another's, or is damaged in a way that no crash leaves
     */
    public static LogFolder open(Path folder, NoteSigner signer) {
        return open(new FolderDisk(folder), signer);
    }

    static LogFolder open(Disk disk, NoteSigner signer) {
        try {
            Closeable lock = disk.lock();
            try {
                return new LogFolder(disk, lock, signer);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The audit log could not be opened; nothing was logged", e);
        }
    }

    /**
     * Adds entries at the end. When this returns they are in the log for good. If it throws, they may be in the log or
     * not, and the log has to be opened again.
     *
     * @param entries bytes of {@link Entry}
     * @return their places, in their order
     * @throws AuditException if one is no entry or is there already; then none was added
     */
    public List<Long> append(List<byte[]> entries) {
        usable();
        long size = head.checkpoint().size();
        Timeline next = admit(entries);
        broken = true;
        try {
            for (int from = 0; from < entries.size(); ) {
                int room = WIDTH - (int) ((size + from) % WIDTH);
                int to = Math.min(entries.size(), from + room);
                add(entries.subList(from, to));
                from = to;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The audit log could not be written; whether the entries are in it shows when it is opened again",
                    e);
        }
        broken = false;
        timeline = next;
        return LongStream.range(size, size + entries.size()).boxed().toList();
    }

    public SignedCheckpoint checkpoint() {
        usable();
        return head;
    }

    /** As {@link LogReader#entry}. */
    public Entry entry(long index) {
        return reader.entry(index);
    }

    /** As {@link LogReader#entries}. */
    public List<Entry> entries() {
        return reader.entries();
    }

    /** The text to write beside what the entry speaks of, as {@link LogReader#proof}. */
    public String proof(long index) {
        return reader.proof(index).text();
    }

    /** As {@link LogReader#consistency}. */
    public List<Problem> consistency(Checkpoint old) {
        return reader.consistency(old);
    }

    /** As {@link LogReader#verify}. */
    public List<Problem> verify(Collection<NoteKey> publicKeys) {
        return new LogReader(disk, publicKeys).verify();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** A clock that was set back is recorded as it is, not refused: the refusal that follows from it must be logged. */
    private Timeline admit(List<byte[]> entries) {
        Timeline next = timeline.copy();
        long index = head.checkpoint().size();
        for (byte[] entry : entries) {
            if (entry.length > EntryBundle.LONGEST_ENTRY) {
                throw new AuditException("An entry has at most " + EntryBundle.LONGEST_ENTRY + " bytes, not "
                        + entry.length + "; log large things by their digest");
            }
            for (Problem problem : next.add(index++, entry)) {
                if (problem.what() != Problem.What.TIME_BACKWARDS) {
                    throw new AuditException("Nothing was logged. " + problem.message());
                }
            }
        }
        return next;
    }

    /** Adds entries that fit into one file of entries. */
    private void add(List<byte[]> entries) throws IOException {
        long size = head.checkpoint().size();
        List<byte[]> bundle = new ArrayList<>(new Bundles(reader::read, size).last());
        bundle.addAll(entries);
        files.write(TilePath.entries(size / WIDTH, bundle.size()), EntryBundle.encode(bundle));

        List<Hash> leaves = entries.stream().map(MerkleTree::leaf).toList();
        SortedMap<String, byte[]> tiles = TileGrowth.tiles(reader::read, size, leaves);
        for (Map.Entry<String, byte[]> tile : tiles.entrySet()) {
            files.write(tile.getKey(), tile.getValue());
        }
        publish(size + entries.size());
        removePartials(size + entries.size());
    }

    /** Signs nothing that does not continue what was signed before. */
    private void publish(long size) throws IOException {
        Checkpoint before = head.checkpoint();
        TiledTree tree = new TiledTree(reader::read, size);
        Checkpoint after = new Checkpoint(before.origin(), size, tree.root());
        if (!Proofs.consistent(before.size(), size, tree.consistency(before.size()), before.root(), after.root())) {
            throw new AuditException("The tiles of the log " + before.origin()
                    + " do not continue its checkpoint: they were changed. Run `modicum audit verify`");
        }
        SignedNote note = SignedNote.sign(after.text(), signer);
        files.write(CHECKPOINT, note.encoded().getBytes(UTF_8));
        head = new SignedCheckpoint(after, note, List.of());
    }

    /** Once a file is full, those that were its beginning only take room: 256 of them for every full one. */
    private void removePartials(long size) throws IOException {
        remove(TilePath.entries(Math.max(0, size / WIDTH - 1), WIDTH), size / WIDTH);
        long full = size / WIDTH;
        for (int level = 0; full > 0; level++, full /= WIDTH) {
            remove(TilePath.tile(level, full - 1, WIDTH), full);
        }
    }

    private void remove(String full, long fullFiles) throws IOException {
        if (fullFiles == 0) {
            return;
        }
        String folder = TilePath.partials(full);
        for (String name : disk.list(folder)) {
            disk.delete(folder + "/" + name);
        }
        disk.delete(folder);
    }

    private void usable() {
        if (broken) {
            throw new IllegalStateException("The audit log could not be written before; it has to be opened again");
        }
    }
}
