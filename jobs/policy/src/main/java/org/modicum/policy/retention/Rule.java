package org.modicum.policy.retention;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a kind of data is kept, for what and by what right.
 *
 * @param owner the office that answers for it
 * @param purpose what it is for
 * @param basis the lawful basis, as in Article 6 of the UK GDPR
 * @param from where the time is counted from; empty where no time is counted
 */
public record Rule(DataKind kind, String owner, String purpose, String basis, Keep keep, Optional<CountedFrom> from) {

    /** @throws IllegalArgumentException if a text is missing, or such data cannot be kept in that way */
    public Rule {
        for (String text : new String[] {owner, purpose, basis}) {
            if (text.isBlank()) {
                throw new IllegalArgumentException(kind.word() + " needs an owner, a purpose and a basis");
            }
        }
        boolean fits = keep instanceof Keep.For
                ? kind.from().isPresent() && from.equals(kind.from())
                : keep instanceof Keep.With with
                        ? kind.goesWith().equals(Optional.of(with.kind())) && from.isEmpty()
                        : kind.from().isEmpty() && kind.goesWith().isEmpty() && from.isEmpty();
        if (!fits) {
            throw new IllegalArgumentException(kind.word() + " is kept " + possible(kind));
        }
    }

    /**
     * The first day on which it may no longer be there.
     *
     * @param last the day from which it is counted
     * @return empty if the rule counts no time
     */
    public Optional<LocalDate> due(LocalDate last) {
        return keep instanceof Keep.For time
                ? Optional.of(last.plus(time.period()).plusDays(1))
                : Optional.empty();
    }

    /** What may stand in a rule for such data. */
    private static String possible(DataKind kind) {
        if (kind.goesWith().isPresent()) {
            return "\"with " + kind.goesWith().get().word() + "\", and no time is counted";
        }
        return kind.from()
                .map(from -> "for a time that is counted from \"" + from.word() + "\" (" + from.sentence() + ")")
                .orElse("\"in use\": it cannot be deleted in parts");
    }
}
