package org.modicum.policy.grant;

import java.util.List;

/**
 * A document that {@link TwoPeople} signed.
 *
 * @param approvals who, each once
 */
public record Agreed<T>(Signed<T> signed, List<Approval> approvals) {
    public Agreed {
        approvals = List.copyOf(approvals);
    }
}
