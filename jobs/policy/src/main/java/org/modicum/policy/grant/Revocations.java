package org.modicum.policy.grant;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that was ever taken back. It only grows; a root signs every list, and a new one regularly, so that one that is
 * withheld is missed.
 *
 * @param sequence 1 for the first list, then higher
 * @param grants digests of grants, in order, each once
 * @param keys digests of public keys, likewise
 */
public record Revocations(int sequence, Instant issued, List<String> grants, List<String> keys) {
    static final int HIGHEST_SEQUENCE = 1_000_000;

    /** @throws RefusedException if a digest is none, or they are not in order */
    public Revocations {
        grants = List.copyOf(grants);
        keys = List.copyOf(keys);
        Words.require(
                sequence >= 1 && sequence <= HIGHEST_SEQUENCE, "A sequence is from 1 to " + HIGHEST_SEQUENCE + ".");
        Words.seconds(issued);
        grants.forEach(Words::digest);
        keys.forEach(Words::digest);
        Words.sortedOnce(grants, "Digests of grants");
        Words.sortedOnce(keys, "Digests of keys");
    }

    /**
     * Opens what a root signed.
     *
     * @throws RefusedException if no root or somebody else signed it, it is too old or from the future, is older than
     *     the list seen before, or leaves out what was revoked before
     */
    public static Signed<Revocations> open(
            byte[] envelope, Authorisation authorisation, SeenRevocations seen, Instant now) {
        Envelope.Opened opened = opened(envelope, authorisation);
        Revocations list = parse(opened.body());
        String digest = Digests.sha256(opened.body());
        if (Skew.isAfter(list.issued(), now)) {
            throw new RefusedException(Refusal.REVOCATIONS_FROM_THE_FUTURE);
        }
        if (Skew.isAfter(now, list.issued().plus(authorisation.revocationsMaxAge()))) {
            throw new RefusedException(Refusal.REVOCATIONS_STALE);
        }
        if (seen.newest().isPresent() && !seen.newest().get().admits(list.sequence(), digest)) {
            throw new RefusedException(Refusal.REVOCATIONS_ROLLED_BACK);
        }
        if (!Set.copyOf(list.grants()).containsAll(seen.grants())
                || !Set.copyOf(list.keys()).containsAll(seen.keys())) {
            throw new RefusedException(Refusal.REVOCATIONS_FORGET);
        }
        return new Signed<>(list, digest);
    }

    /** @throws RefusedException if these are not the bytes that {@link #body} gives for any list */
    public static Revocations parse(byte[] body) {
        try {
            Fields fields = Fields.parse(body);
            Revocations list = new Revocations(
                    fields.whole("sequence", 1, HIGHEST_SEQUENCE),
                    fields.time("issued"),
                    fields.texts("grants"),
                    fields.texts("keys"));
            fields.noOthers();
            Spelling.check(body, list.body());
            return list;
        } catch (MalformedException e) {
            throw new RefusedException(Refusal.NOT_A_DOCUMENT, e.getMessage(), e);
        }
    }

    /** The list that follows, with these as well; with none, the same again with a newer date. */
    public Revocations with(Set<String> moreGrants, Set<String> moreKeys, Instant now) {
        return new Revocations(sequence + 1, now, joined(grants, moreGrants), joined(keys, moreKeys));
    }

    /** What is signed: the one spelling of this list. */
    public byte[] body() {
        return Spelling.of(json -> {
            json.writeNumberField("sequence", sequence);
            json.writeStringField("issued", issued.toString());
            Spelling.texts(json, "grants", grants);
            Spelling.texts(json, "keys", keys);
        });
    }

    private static Envelope.Opened opened(byte[] envelope, Authorisation authorisation) {
        try {
            return Envelope.parse(envelope).open(PayloadType.REVOCATIONS, authorisation.roots());
        } catch (RefusedException e) {
            throw new RefusedException(Refusal.REVOCATIONS_NOT_SIGNED, e.getMessage(), e);
        }
    }

    private static List<String> joined(List<String> some, Set<String> more) {
        TreeSet<String> all = new TreeSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
