package org.modicum.policy.grant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * It counts for nothing.
 *
 * @param reasons all that were found, in the order in which they are declared; never empty
 * @param read what was asked for, if every signature under it held; to show, never to act upon
 */
public record Refused(List<Refusal> reasons, Optional<Signed<Grant>> read) implements Verdict {

    static Refused because(Set<Refusal> reasons, Optional<Signed<Grant>> read) {
        return new Refused(List.copyOf(new TreeSet<>(reasons)), read);
    }
}
