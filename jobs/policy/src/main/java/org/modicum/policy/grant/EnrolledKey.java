package org.modicum.policy.grant;

import java.time.Instant;
import java.util.Optional;
import org.modicum.policy.signature.Ed25519Key;

/**
 * A key that a person may sign with, and when.
 *
 * @param from the first moment
 * @param to the first moment at which it may no longer sign
 * @param revoked when it was taken back; from then on nothing that it ever signed counts
 */
public record EnrolledKey(Ed25519Key key, Instant from, Instant to, Optional<Instant> revoked) {

    /** @throws RefusedException if it ends before it begins */
    public EnrolledKey {
        Words.seconds(from);
        Words.seconds(to);
        revoked.ifPresent(Words::seconds);
        Words.require(from.isBefore(to), "A key is valid from a moment to a later one.");
    }

    /** Whether it was valid at both moments, and so at every one between. */
    boolean isValid(Instant first, Instant last) {
        return !first.isBefore(from) && last.isBefore(to);
    }
}
