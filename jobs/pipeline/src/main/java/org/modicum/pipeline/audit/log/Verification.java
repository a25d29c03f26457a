package org.modicum.pipeline.audit.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.Checkpoint;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.audit.MerkleTree;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.SignatureType;
import org.modicum.policy.audit.SignedCheckpoint;
import org.modicum.policy.audit.SignedNote;
import org.modicum.policy.audit.TileGrowth;
import org.modicum.policy.audit.TilePath;
import org.modicum.policy.audit.TileSource;

/** Works everything out again from the entries and compares. Believes nothing but the public keys. */
final class Verification {
    private final TileSource source;
    private final Collection<NoteKey> known;
    private final List<Problem> problems = new ArrayList<>();

    private Verification(TileSource source, Collection<NoteKey> known) {
        this.source = source;
        this.known = known;
    }

    static List<Problem> of(TileSource source, Collection<NoteKey> known) {
        Verification verification = new Verification(source, known);
        verification.head().ifPresent(verification::check);
        return List.copyOf(verification.problems);
    }

    private Optional<Checkpoint> head() {
        Optional<byte[]> note = source.read(TilePath.CHECKPOINT);
        if (note.isEmpty()) {
            report(Problem.What.CHECKPOINT, "The log has no checkpoint: it was removed, or this is no log");
            return Optional.empty();
        }
        try {
            SignedNote signed = SignedNote.parse(note.get());
            if (isOfOtherLog(signed)) {
                return Optional.empty();
            }
            return Optional.of(SignedCheckpoint.open(signed, known).checkpoint());
        } catch (AuditException e) {
            report(Problem.What.CHECKPOINT, "The checkpoint cannot be trusted: " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isOfOtherLog(SignedNote note) {
        String origin = Checkpoint.parse(note.text()).origin();
        boolean ours = known.stream()
                .anyMatch(key -> key.type() == SignatureType.LOG && key.name().equals(origin));
        if (!ours) {
            report(
                    Problem.What.OTHER_LOG,
                    "The checkpoint is of the log " + origin + ", of which no key was given: another log was put here");
        }
        return !ours;
    }

    private void check(Checkpoint head) {
        List<Hash> leaves = leaves(head);
        if (leaves.size() < head.size()) {
            return; // what is there cannot give the root; more would only bury the one thing that matters
        }
        if (!MerkleTree.root(leaves).equals(head.root())) {
            report(
                    Problem.What.ALTERED,
                    "The entries do not give the signed root of size " + head.size()
                            + ": entries were changed, moved, taken out or put in");
        }
        TileGrowth.tiles(path -> Optional.empty(), 0, leaves).entrySet().forEach(this::compare);
    }

    private List<Hash> leaves(Checkpoint head) {
        Bundles bundles = new Bundles(source, head.size());
        List<Hash> leaves = new ArrayList<>();
        Timeline timeline = new Timeline();
        for (long index = 0; index < bundles.count(); index++) {
            for (byte[] entry : bundle(bundles, index)) {
                problems.addAll(timeline.add(leaves.size(), entry));
                leaves.add(MerkleTree.leaf(entry));
            }
            if (leaves.size() < Math.min((index + 1) * TilePath.WIDTH, head.size())) {
                return leaves;
            }
        }
        return leaves;
    }

    private List<byte[]> bundle(Bundles bundles, long index) {
        String first = "Entries from " + index * TilePath.WIDTH + " on, of " + bundles.size() + ": ";
        try {
            return bundles.read(index);
        } catch (AuditException e) {
            boolean there = source.read(TilePath.entries(index, TilePath.WIDTH)).isPresent()
                    || source.read(TilePath.entries(index, bundles.width(index)))
                            .isPresent();
            report(there ? Problem.What.DAMAGED : Problem.What.TRUNCATED, first + e.getMessage());
            return List.of();
        }
    }

    private void compare(Map.Entry<String, byte[]> tile) {
        Optional<byte[]> stored = source.read(tile.getKey());
        if (stored.isEmpty()) {
            report(Problem.What.TILE, tile.getKey() + " is missing");
        } else if (!Arrays.equals(stored.get(), tile.getValue())) {
            report(Problem.What.TILE, tile.getKey() + " is not what the entries give");
        }
    }

    private void report(Problem.What what, String message) {
        problems.add(new Problem(what, message));
    }
}
