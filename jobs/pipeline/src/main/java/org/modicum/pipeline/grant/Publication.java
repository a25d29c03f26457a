package org.modicum.pipeline.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.LogState;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.Registry;
import org.modicum.policy.grant.Revocations;
import org.modicum.policy.grant.Seen;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.signature.Ed25519Key;

/** Puts what the roots signed in its place, after the log has it. */
public final class Publication {
    /** What refusals are logged under. */
    private static final String RUN = "approver publish";

    private final Settings settings;
    private final GrantLog log;
    private final GrantFolder folder;

    public Publication(Settings settings, GrantLog log) {
        this.settings = settings;
        this.log = log;
        this.folder = new GrantFolder(settings.grants());
    }

    /**
     * Puts a registry or a list of revocations in place.
     *
     * @return what was done, for the person at the terminal
     * @throws RefusedException if it is not signed as it must be, is older than what was seen, or is no such document;
     *     the refusal is in the log then
     */
    public String publish(byte[] envelope, Instant now) {
        try {
            return put(envelope, now);
        } catch (RefusedException e) {
            log.append(List.of(GrantEntries.refused(log.timeOfNext(now), RUN, envelope, List.of(e.refusal()))));
            throw e;
        }
    }

    /**
     * Logs a registry or a list that lies in its place and was never published: what a grant is held against is in the
     * log first, so that an older one put back in its stead is noticed. What does not hold the verifier refuses.
     */
    public void notice(Optional<byte[]> registry, Optional<byte[]> revocations, Instant now) {
        LogState seen = LogHistory.of(log);
        registry.flatMap(bytes -> held(() -> Registry.open(bytes, settings.authorisation(), seen.registry(), now)))
                .filter(found -> !seen.registry()
                        .equals(Optional.of(new Seen(found.document().version(), found.digest()))))
                .ifPresent(found -> log.append(entries(log.timeOfNext(now), found, Set.of())));
        revocations
                .flatMap(
                        bytes -> held(() -> Revocations.open(bytes, settings.authorisation(), seen.revocations(), now)))
                .filter(found -> !seen.revocations()
                        .newest()
                        .equals(Optional.of(new Seen(found.document().sequence(), found.digest()))))
                .ifPresent(found -> log.append(List.of(entry(log.timeOfNext(now), found))));
    }

    private static <T> Optional<Signed<T>> held(Supplier<Signed<T>> opening) {
        try {
            return Optional.of(opening.get());
        } catch (RefusedException e) {
            return Optional.empty(); // the verifier says why
        }
    }

    private String put(byte[] envelope, Instant now) {
        LogState seen = LogHistory.of(log);
        if (Envelope.parse(envelope).claimedType().equals(PayloadType.REVOCATIONS.text())) {
            Signed<Revocations> list = Revocations.open(envelope, settings.authorisation(), seen.revocations(), now);
            String unknown = unknown(list.document().grants(), seen);
            log.append(List.of(entry(log.timeOfNext(now), list)));
            folder.putRevocations(envelope);
            return "Revocations " + list.document().sequence() + " are in force." + unknown;
        }
        Signed<Registry> registry = Registry.open(envelope, settings.authorisation(), seen.registry(), now);
        log.append(entries(log.timeOfNext(now), registry, before(now)));
        folder.putRegistry(envelope);
        return "Registry version " + registry.document().version() + " is in force.";
    }

    /** Whoever took back something that does not exist has to know that what they meant still holds. */
    private String unknown(List<String> revoked, LogState seen) {
        Set<String> requested = log.entries().stream()
                .filter(entry -> entry.kind() == Kind.GRANT_REQUESTED)
                .map(entry -> entry.text("grant"))
                .collect(Collectors.toSet());
        return revoked.stream()
                .filter(grant -> !requested.contains(grant)
                        && !seen.revocations().grants().contains(grant))
                .map(grant -> "\n  " + grant + " is no grant that was ever handed in here. If it was to take one back"
                        + " that was, it did not: `modicum audit show --kind grant_requested` has their digests.")
                .collect(Collectors.joining());
    }

    private Set<Ed25519Key> before(Instant now) {
        Optional<byte[]> old = folder.registry();
        if (old.isEmpty()) {
            return Set.of();
        }
        try {
            return Set.copyOf(Registry.open(old.get(), settings.authorisation(), Optional.empty(), now)
                    .document()
                    .keys());
        } catch (RefusedException e) {
            return Set.of(); // the old one counts for nothing now, and so every key of the new one is new
        }
    }

    private static List<Entry> entries(Instant now, Signed<Registry> registry, Set<Ed25519Key> before) {
        List<Entry> entries = new ArrayList<>();
        entries.add(event(
                now,
                LogHistory.REGISTRY_EVENT,
                LogHistory.REGISTRY_PURPOSE + registry.document().version(),
                registry.digest()));
        Set<Ed25519Key> after = new HashSet<>(registry.document().keys());
        after.stream()
                .filter(key -> !before.contains(key))
                .forEach(key -> entries.add(event(now, "enrolled", "approver", key.digest())));
        before.stream()
                .filter(key -> !after.contains(key))
                .forEach(key -> entries.add(event(now, "removed", "approver", key.digest())));
        return entries;
    }

    /** What became of a key; also for {@link TrustedRoots}. */
    static Entry event(Instant now, String event, String purpose, String key) {
        return new Entry(
                now,
                Kind.KEY_EVENT,
                Map.of("event", Value.of(event), "purpose", Value.of(purpose), "key", Value.of(key)));
    }

    private static Entry entry(Instant now, Signed<Revocations> list) {
        return new Entry(
                now,
                Kind.GRANT_REVOKED,
                Map.of(
                        "list", Value.of(list.digest()),
                        "sequence", Value.of(list.document().sequence()),
                        "grants", Value.of(list.document().grants()),
                        "keys", Value.of(list.document().keys())));
    }
}
