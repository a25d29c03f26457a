package org.modicum.policy.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.protocol.IsoWeek;

/**
 * A hold with what became of it.
 *
 * @param lifted the day on which it was
 * @param copies that were made for it
 */
public record PlacedHold(Signed<Hold> signed, Optional<LocalDate> lifted, List<CopiedAside> copies) {
    /** What a copy stands in for: rows of people, and the key by which they are told. Published figures stay held. */
    private static final Set<DataKind> COPIED = Set.of(DataKind.ACTIVITY, DataKind.PSEUDONYM_KEY);

    public PlacedHold {
        copies = List.copyOf(copies);
    }

    /** Neither lifted nor copied for. */
    public static PlacedHold of(Signed<Hold> signed) {
        return new PlacedHold(signed, Optional.empty(), List.of());
    }

    public Hold hold() {
        return signed.document();
    }

    /** Whether it still holds on that day. A lift ends it whatever day is asked for. */
    public boolean isInForce(LocalDate today) {
        return lifted.isEmpty() && hold().isInForce(today);
    }

    /** The last day on which it holds, or held. */
    public LocalDate end() {
        return lifted.filter(day -> day.isBefore(hold().expiry())).orElse(hold().expiry());
    }

    /** Whether it keeps this file back while it is in force. */
    public boolean keeps(Held file) {
        return hold().covers(file.weeks()) && copiedOn(file).isEmpty();
    }

    /** The day on which the last of what this hold wants of the file was copied; empty if something was not. */
    public Optional<LocalDate> copiedOn(Held file) {
        List<IsoWeek> wanted = file.weeks().stream()
                .filter(week -> hold().covers(Set.of(week)))
                .toList();
        if (wanted.isEmpty() || !COPIED.contains(file.kind())) {
            return Optional.empty();
        }
        Optional<LocalDate> latest = Optional.empty();
        for (IsoWeek week : wanted) {
            Optional<LocalDate> made = copies.stream()
                    .filter(copy -> copy.has(week, file))
                    .map(CopiedAside::made)
                    .min(LocalDate::compareTo);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            latest = latest.filter(day -> day.isAfter(made.get())).or(() -> made);
        }
        return latest;
    }
}
