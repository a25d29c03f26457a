package org.modicum.pipeline.audit.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.audit.MerkleTree;

/**
 * Looks at the entries one after the other, in their order. As time does not run backwards, an entry that comes a second
 * time either does so among those of the same millisecond, or is earlier than the entry before it.
 */
final class Timeline {
    private Optional<Instant> last;
    private final Set<Hash> ofLast;

    Timeline() {
        this.last = Optional.empty();
        this.ofLast = new HashSet<>();
    }

    private Timeline(Timeline other) {
        this.last = other.last;
        this.ofLast = new HashSet<>(other.ofLast);
    }

    Timeline copy() {
        return new Timeline(this);
    }

    /** @return what is wrong with the entry in this place */
    List<Problem> add(long index, byte[] bytes) {
        Instant time;
        try {
            time = Entry.parse(bytes).time();
        } catch (AuditException e) {
            return List.of(new Problem(Problem.What.MALFORMED_ENTRY, "Entry " + index + ": " + e.getMessage()));
        }
        List<Problem> problems = new ArrayList<>();
        if (last.isPresent() && time.isBefore(last.get())) {
            problems.add(new Problem(
                    Problem.What.TIME_BACKWARDS,
                    "Entry " + index + " is of " + Entry.format(time) + ", earlier than the entry before it, of "
                            + Entry.format(last.get())));
        }
        if (!last.equals(Optional.of(time))) {
            last = Optional.of(time);
            ofLast.clear();
        }
        if (!ofLast.add(MerkleTree.leaf(bytes))) {
            problems.add(new Problem(Problem.What.REPEATED_ENTRY, "Entry " + index + " is there a second time"));
        }
        return problems;
    }
}
