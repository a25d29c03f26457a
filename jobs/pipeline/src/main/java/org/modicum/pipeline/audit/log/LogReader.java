package org.modicum.pipeline.audit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.Checkpoint;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.audit.MerkleTree;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.Proofs;
import org.modicum.policy.audit.SignedCheckpoint;
import org.modicum.policy.audit.SignedNote;
import org.modicum.policy.audit.TilePath;
import org.modicum.policy.audit.TiledTree;
import org.modicum.policy.audit.TlogProof;

/**
 * A log, or a copy of one, as an auditor reads it: with public keys, without writing or locking anything. Every method
 * reads the checkpoint anew, so a log can be read while it grows.
 */
public final class LogReader {
    private final Disk disk;
    private final List<NoteKey> known;

    LogReader(Disk disk, Collection<NoteKey> known) {
        this.disk = disk;
        this.known = List.copyOf(known);
    }

    /** @param known keys of the log, named after its origin, and of witnesses */
    public static LogReader of(Path folder, Collection<NoteKey> known) {
        return new LogReader(new FolderDisk(folder), known);
    }

    /** @throws AuditException if there is none, or its signatures do not hold */
    public SignedCheckpoint checkpoint() {
        byte[] note = read(TilePath.CHECKPOINT).orElseThrow(() -> new AuditException("The log has no checkpoint"));
        return SignedCheckpoint.open(SignedNote.parse(note), known);
    }

    /**
     * An entry that was checked against the checkpoint.
     *
     * @throws AuditException if the log is damaged there
     * @throws IllegalArgumentException if the log is shorter
     */
    public Entry entry(long index) {
        return Entry.parse(proof(index).extra().orElseThrow());
    }

    /**
     * All entries, checked against the checkpoint. They are held in memory: a log grows by some dozens a day.
     *
     * @throws AuditException if they are not those that were signed
     */
    public List<Entry> entries() {
        Checkpoint head = checkpoint().checkpoint();
        Bundles bundles = new Bundles(this::read, head.size());
        List<Entry> entries = new ArrayList<>();
        List<Hash> leaves = new ArrayList<>();
        for (long index = 0; index < bundles.count(); index++) {
            for (byte[] entry : bundles.read(index)) {
                leaves.add(MerkleTree.leaf(entry));
                entries.add(Entry.parse(entry));
            }
        }
        if (!MerkleTree.root(leaves).equals(head.root())) {
            throw new AuditException("The entries of the log " + head.origin()
                    + " are not those that were signed. Run `modicum audit verify`");
        }
        return entries;
    }

    /**
     * Proof that an entry is in the log, with the entry in its extra line. It is checked before it is given.
     *
     * @throws AuditException if the log is damaged there
     * @throws IllegalArgumentException if the log is shorter
     */
    public TlogProof proof(long index) {
        SignedCheckpoint head = checkpoint();
        long size = head.checkpoint().size();
        List<Hash> path = new TiledTree(this::read, size).inclusion(index);
        byte[] entry =
                new Bundles(this::read, size).read(index / TilePath.WIDTH).get((int) (index % TilePath.WIDTH));
        TlogProof proof = new TlogProof(Optional.of(entry), index, path, head.note());
        proof.verify(entry, known);
        return proof;
    }

    /**
     * Proof that the log of an earlier size is the beginning of this one.
     *
     * @throws IllegalArgumentException if the log is shorter
     */
    public List<Hash> consistencyProof(long size) {
        return new TiledTree(this::read, checkpoint().checkpoint().size()).consistency(size);
    }

    /**
     * Whether this log is an earlier one with more at its end, which is what a witness asks before it signs.
     *
     * @param old a checkpoint that was kept elsewhere; its signatures are the caller's affair
     * @return what is wrong; nothing if all is well
     */
    public List<Problem> consistency(Checkpoint old) {
        try {
            Checkpoint head = checkpoint().checkpoint();
            if (!old.origin().equals(head.origin())) {
                return problem(
                        Problem.What.OTHER_LOG,
                        "The checkpoint that was kept is of the log " + old.origin() + ", this is " + head.origin());
            }
            if (old.size() > head.size()) {
                return problem(
                        Problem.What.TRUNCATED,
                        "The log had " + old.size() + " entries and has " + head.size() + ": entries were taken away");
            }
            List<Hash> path = new TiledTree(this::read, head.size()).consistency(old.size());
            if (!Proofs.consistent(old.size(), head.size(), path, old.root(), head.root())) {
                return problem(
                        Problem.What.REWRITTEN,
                        "The first " + old.size() + " entries are not those of the checkpoint that was kept");
            }
            return List.of();
        } catch (AuditException e) {
            return problem(Problem.What.CHECKPOINT, "The log could not be compared: " + e.getMessage());
        }
    }

    /** Works everything out again from the entries; nothing if all is well. */
    public List<Problem> verify() {
        List<Problem> problems = new ArrayList<>(Verification.of(this::read, known));
        if (problems.isEmpty()) {
            problems.addAll(rollback());
        }
        return List.copyOf(problems);
    }

    Optional<byte[]> read(String path) {
        try {
            return disk.read(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " of the audit log could not be read", e);
        }
    }

    /** If the checkpoint changes meanwhile, a writer is at work and its newer files are no sign of anything. */
    private List<Problem> rollback() {
        try {
            Checkpoint head = checkpoint().checkpoint();
            List<String> files = new Bundles(this::read, head.size()).unpublished(disk);
            if (files.size() > 1 && checkpoint().checkpoint().equals(head)) {
                return problem(
                        Problem.What.ROLLED_BACK,
                        "There are entries beyond the checkpoint of size " + head.size() + ", in " + files
                                + ", more than a crash leaves: an older checkpoint was put back");
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the audit log could not be read", e);
        }
    }

    private static List<Problem> problem(Problem.What what, String message) {
        return List.of(new Problem(what, message));
    }
}
