package org.modicum.policy.grant;

import java.util.List;
import java.util.Set;

/**
 * All that could be checked away from the installation holds, and some could not. It allows nothing.
 *
 * @param digest SHA-256 of the bytes that were signed
 * @param unchecked never empty
 */
public record HeldOnPaper(Grant grant, String digest, List<Approval> approvals, Set<Unchecked> unchecked)
        implements Verdict {
    public HeldOnPaper {
        approvals = List.copyOf(approvals);
        unchecked = Set.copyOf(unchecked);
    }
}
