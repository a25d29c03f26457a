package org.modicum.pipeline.auditors;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.policy.grant.Refusal;

/**
 * A grant that is still here, as it stands today.
 *
 * @param digest its beginning
 * @param weeks empty if its signatures do not hold, so that nothing in it is believed
 * @param reasons why it allows nothing; none if it is in force
 */
record GrantHere(String digest, String weeks, String until, List<Refusal> reasons) {
    private static final Set<Refusal> ENDED = Set.of(Refusal.EXPIRED, Refusal.USED_UP, Refusal.REVOKED);

    String state() {
        if (reasons.isEmpty()) {
            return "in force";
        }
        if (reasons.contains(Refusal.EXPIRED)) {
            return "expired";
        }
        if (reasons.contains(Refusal.USED_UP)) {
            return "used up";
        }
        return isDoubtful()
                ? "DOES NOT HOLD: " + reasons.stream().map(Refusal::name).collect(Collectors.joining(", "))
                : "not in force";
    }

    boolean isDoubtful() {
        return !reasons.isEmpty()
                && !reasons.equals(List.of(Refusal.NOT_YET_VALID))
                && reasons.stream().noneMatch(ENDED::contains);
    }
}
