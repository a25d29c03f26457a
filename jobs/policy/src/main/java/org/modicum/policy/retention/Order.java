package org.modicum.policy.retention;

import java.util.Optional;

/**
 * By whose order something is deleted.
 *
 * @param standingRule digest of the standing rule of two people; empty if a person named the plan by its digest
 */
public record Order(Optional<String> standingRule) {
    public static final Order OF_A_PERSON = new Order(Optional.empty());

    /** As it stands in a certificate. */
    public String sentence() {
        return standingRule
                .map(digest -> "standing rule " + digest)
                .orElse("a person at the machine, who named the plan by its digest");
    }
}
