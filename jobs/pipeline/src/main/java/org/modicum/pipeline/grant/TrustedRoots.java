package org.modicum.pipeline.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.policy.grant.Authorisation;
import org.modicum.policy.signature.Ed25519Key;

/**
 * The roots that the settings name, in the audit log. Whoever can write the settings could name their own and put the
 * right ones back afterwards; so a root that is new, or gone, is an event of its own before anything is held against it.
 */
public final class TrustedRoots {
    private static final String PURPOSE = "root";
    private static final String TRUSTED = "trusted";
    private static final String DROPPED = "no longer trusted";

    private TrustedRoots() {}

    /** Logs what has changed since the last such entry. */
    public static void log(Authorisation authorisation, GrantLog log, Instant now) {
        Set<String> before = before(log.entries());
        Set<String> today =
                authorisation.roots().stream().map(Ed25519Key::digest).collect(Collectors.toCollection(TreeSet::new));
        Instant time = log.timeOfNext(now);
        List<Entry> changes = new ArrayList<>();
        today.stream()
                .filter(root -> !before.contains(root))
                .forEach(root -> changes.add(Publication.event(time, TRUSTED, PURPOSE, root)));
        before.stream()
                .filter(root -> !today.contains(root))
                .forEach(root -> changes.add(Publication.event(time, DROPPED, PURPOSE, root)));
        if (!changes.isEmpty()) {
            log.append(changes);
        }
    }

    private static Set<String> before(List<Entry> entries) {
        Set<String> roots = new TreeSet<>();
        for (Entry entry : entries) {
            if (entry.kind() == Kind.KEY_EVENT && entry.text("purpose").equals(PURPOSE)) {
                if (entry.text("event").equals(TRUSTED)) {
                    roots.add(entry.text("key"));
                } else {
                    roots.remove(entry.text("key"));
                }
            }
        }
        return roots;
    }
}
