package org.modicum.policy.grant;

/**
 * The newest version of a document that was ever seen here, so that an older one is noticed.
 *
 * @param digest SHA-256 of the bytes that were signed
 */
public record Seen(long number, String digest) {

    /** @throws RefusedException if the digest is none */
    public Seen {
        Words.digest(digest);
    }

    /** Whether this is the same or a newer one, and not another of the same number. */
    boolean admits(long other, String otherDigest) {
        return other > number || (other == number && otherDigest.equals(digest));
    }
}
