package org.modicum.policy.grant;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the audit log says, read while nobody else can write to it.
 *
 * @param lastEntry time of the newest entry
 * @param uses intents, by the grant's digest; whatever became of them
 * @param registry the newest registry seen
 * @param revocations all that was seen on lists of revocations
 */
public record LogState(
        Optional<Instant> lastEntry, Map<String, Integer> uses, Optional<Seen> registry, SeenRevocations revocations) {
    /** A log in which nothing has happened yet. */
    public static final LogState EMPTY =
            new LogState(Optional.empty(), Map.of(), Optional.empty(), SeenRevocations.NONE);

    public LogState {
        uses = Map.copyOf(uses);
    }

    int uses(String grant) {
        return uses.getOrDefault(grant, 0);
    }
}
