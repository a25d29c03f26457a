package org.modicum.policy.grant;

import java.util.List;
import java.util.Objects;

/**
 * The permission to name people: a grant of which everything was checked, a moment ago, on the machine where it is to
 * be used. {@link GrantVerifier} alone can make one. It is not to be kept: who verifies holds the audit log open,
 * writes the intent to use the grant there, and only then lets go of the log.
 */
public final class VerifiedGrant implements Verdict {
    private final Grant grant;
    private final String digest;
    private final List<Approval> approvals;
    private final int use;

    /** @param seal which nobody but the verifier has */
    VerifiedGrant(GrantVerifier.Seal seal, Signed<Grant> grant, List<Approval> approvals, int use) {
        Objects.requireNonNull(seal);
        this.grant = grant.document();
        this.digest = grant.digest();
        this.approvals = List.copyOf(approvals);
        this.use = use;
    }

    /** What was granted, and to whom it is bound. */
    public Grant grant() {
        return grant;
    }

    /** SHA-256 of the bytes that were signed; the grant's name in the audit log. */
    public String digest() {
        return digest;
    }

    /** Who approved, each once. */
    public List<Approval> approvals() {
        return approvals;
    }

    /** Which use this would be, from 1 to {@link Grant#maxUses}. */
    public int use() {
        return use;
    }

    /** Whether nobody may be named who is not above the threshold, not even to say so. */
    public boolean namesOnlyThoseAbove() {
        return grant.purpose() instanceof Purpose.WholeDepartment;
    }

    /** Without any person. */
    @Override
    public String toString() {
        return "VerifiedGrant[" + digest + "]";
    }
}
