package org.modicum.pipeline.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.modicum.policy.audit.TilePath.CHECKPOINT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.Checkpoint;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.audit.MerkleTree;
import org.modicum.policy.audit.NoteSigner;
import org.modicum.policy.audit.Proofs;
import org.modicum.policy.audit.SignedCheckpoint;
import org.modicum.policy.audit.SignedNote;
import org.modicum.policy.audit.TilePath;
import org.modicum.policy.audit.TiledTree;

/**
 * What is done at opening. A checkpoint that was signed and not yet in its place may have been seen by somebody, so it is
 * put there, never signed anew over other entries. Entries of which none was signed were in no log, and are removed.
 * Nothing here signs what it finds: otherwise a stranger's file beyond the checkpoint would be in the log at the next
 * opening.
 */
record Recovery(Disk disk, DurableFile files, LogReader reader, NoteSigner signer) {

    /** @throws AuditException if the log is another's, or what is wrong with it is not from a crash */
    SignedCheckpoint head() throws IOException {
        Optional<SignedCheckpoint> placed = reader.read(CHECKPOINT).map(this::open);
        Optional<SignedCheckpoint> prepared = prepared();
        if (placed.isEmpty() && prepared.isEmpty()) {
            return begin();
        }
        SignedCheckpoint head = placed.orElseGet(prepared::orElseThrow);
        if (prepared.isPresent()
                && prepared.get().checkpoint().size() >= head.checkpoint().size()) {
            head = finish(placed.map(SignedCheckpoint::checkpoint), prepared.get());
        }
        disk.delete(DurableFile.prepared(CHECKPOINT));
        check(head.checkpoint());
        removeUnpublished(head.checkpoint());
        return head;
    }

    /** Only a folder without anything in it is a new log: taking the checkpoint away must not begin the log anew. */
    private SignedCheckpoint begin() throws IOException {
        if (!disk.list("tile").isEmpty()) {
            throw new AuditException("The audit log has entries but no checkpoint: it was removed. Restore it from a"
                    + " backup or from a witness; a log does not begin twice");
        }
        Checkpoint empty = new Checkpoint(signer.key().name(), 0, MerkleTree.EMPTY);
        SignedNote note = SignedNote.sign(empty.text(), signer);
        files.write(CHECKPOINT, note.encoded().getBytes(UTF_8));
        return new SignedCheckpoint(empty, note, List.of());
    }

    private SignedCheckpoint open(byte[] note) {
        try {
            return SignedCheckpoint.open(SignedNote.parse(note), List.of(signer.key()));
        } catch (AuditException e) {
            throw new AuditException(
                    "The checkpoint of the audit log is not signed by "
                            + signer.key().name() + ": it is another log's, or was changed. " + e.getMessage(),
                    e);
        }
    }

    /** What a crash cut short bears no signature that holds. */
    private Optional<SignedCheckpoint> prepared() {
        try {
            return reader.read(DurableFile.prepared(CHECKPOINT)).map(this::open);
        } catch (AuditException e) {
            return Optional.empty();
        }
    }

    private SignedCheckpoint finish(Optional<Checkpoint> placed, SignedCheckpoint prepared) throws IOException {
        Checkpoint after = prepared.checkpoint();
        check(after);
        if (placed.isPresent()) {
            List<Hash> path = new TiledTree(reader::read, after.size())
                    .consistency(placed.get().size());
            if (!Proofs.consistent(
                    placed.get().size(), after.size(), path, placed.get().root(), after.root())) {
                throw new AuditException("The audit log has two signed checkpoints that contradict each other");
            }
        }
        files.publish(CHECKPOINT);
        return prepared;
    }

    /** The right edge of the tree and the last entries, which are all that a writer builds upon. */
    private void check(Checkpoint checkpoint) {
        TiledTree tree = new TiledTree(reader::read, checkpoint.size());
        Bundles bundles = new Bundles(reader::read, checkpoint.size());
        if (!tree.root().equals(checkpoint.root())) {
            throw damaged();
        }
        if (checkpoint.size() == 0) {
            return;
        }
        long first = (bundles.count() - 1) * TilePath.WIDTH;
        List<Hash> leaves = new ArrayList<>();
        bundles.read(bundles.count() - 1).forEach(entry -> leaves.add(MerkleTree.leaf(entry)));
        for (int i = 0; i < leaves.size(); i++) {
            List<Hash> path = tree.inclusion(first + i);
            if (!Proofs.includes(leaves.get(i), first + i, checkpoint.size(), path, checkpoint.root())) {
                throw damaged();
            }
        }
    }

    private void removeUnpublished(Checkpoint head) throws IOException {
        List<String> unpublished = new Bundles(reader::read, head.size()).unpublished(disk);
        if (unpublished.size() > 1) {
            throw new AuditException("The audit log has entries beyond its checkpoint, in " + unpublished
                    + ", more than a crash leaves: an older checkpoint was put back. Restore the right one");
        }
        for (String path : unpublished) {
            files.delete(path);
        }
    }

    private AuditException damaged() {
        return new AuditException(
                "The entries or tiles of the audit log " + signer.key().name()
                        + " are not what its checkpoint says. Run `modicum audit verify`, and restore it from a backup");
    }
}
