package org.modicum.policy.grant;

import java.util.Optional;
import java.util.Set;

/**
 * What the lists of revocations said that were ever seen here.
 *
 * @param newest the list with the highest sequence
 * @param grants digests of all grants on any list
 * @param keys digests of all keys on any list
 */
public record SeenRevocations(Optional<Seen> newest, Set<String> grants, Set<String> keys) {
    public static final SeenRevocations NONE = new SeenRevocations(Optional.empty(), Set.of(), Set.of());

    public SeenRevocations {
        grants = Set.copyOf(grants);
        keys = Set.copyOf(keys);
    }
}
