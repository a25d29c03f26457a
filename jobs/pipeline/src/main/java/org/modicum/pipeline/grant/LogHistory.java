package org.modicum.pipeline.grant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.policy.grant.LogState;
import org.modicum.policy.grant.Seen;
import org.modicum.policy.grant.SeenRevocations;

/** Reads out of the log's entries what a verification must know. */
final class LogHistory {
    /** The event of a registry that was put in place; its purpose is {@value #REGISTRY_PURPOSE} and the version. */
    static final String REGISTRY_EVENT = "registry published";

    static final String REGISTRY_PURPOSE = "registry of approvers, version ";

    private final Map<String, Integer> uses = new HashMap<>();
    private final Set<String> grants = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private Optional<Seen> registry = Optional.empty();
    private Optional<Seen> revocations = Optional.empty();

    private LogHistory() {}

    static LogState of(GrantLog log) {
        LogHistory history = new LogHistory();
        log.entries().forEach(history::add);
        return new LogState(
                log.lastTime(),
                history.uses,
                history.registry,
                new SeenRevocations(history.revocations, history.grants, history.keys));
    }

    private void add(Entry entry) {
        if (entry.kind() == Kind.GRANT_INTENT) {
            uses.merge(entry.text("grant"), 1, Integer::sum);
        } else if (entry.kind() == Kind.GRANT_REVOKED) {
            grants.addAll(entry.texts("grants"));
            keys.addAll(entry.texts("keys"));
            revocations = newer(revocations, new Seen(entry.count("sequence"), entry.text("list")));
        } else if (entry.kind() == Kind.KEY_EVENT && entry.text("event").equals(REGISTRY_EVENT)) {
            long version = Long.parseLong(entry.text("purpose").substring(REGISTRY_PURPOSE.length()));
            registry = newer(registry, new Seen(version, entry.text("key")));
        }
    }

    private static Optional<Seen> newer(Optional<Seen> one, Seen other) {
        return one.isPresent() && one.get().number() >= other.number() ? one : Optional.of(other);
    }
}
