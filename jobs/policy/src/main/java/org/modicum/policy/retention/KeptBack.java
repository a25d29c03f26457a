package org.modicum.policy.retention;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What would go but for a hold.
 *
 * @param hold digest of the hold
 * @param caseReference why, for those who may know more
 * @param until the last day of the hold
 */
public record KeptBack(DataKind kind, String part, String hold, String caseReference, LocalDate until)
        implements Comparable<KeptBack> {
    private static final Comparator<KeptBack> ORDER =
            Comparator.comparing(KeptBack::kind).thenComparing(KeptBack::part).thenComparing(KeptBack::hold);

    @Override
    public int compareTo(KeptBack other) {
        return ORDER.compare(this, other);
    }
}
