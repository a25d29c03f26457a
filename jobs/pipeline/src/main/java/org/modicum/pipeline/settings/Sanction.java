package org.modicum.pipeline.settings;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What makes reading a source lawful.
 *
 * @param regulation the clause of the ICT Regulations that permits the reading
 * @param dpia the reference of the data-protection impact assessment
 * @param from the first day on which the source may be read
 * @param to the first day on which it may no longer be read
 */
public record Sanction(String regulation, String dpia, LocalDate from, LocalDate to) {

    /** Whether the source may be read on this day. */
    public boolean isCurrent(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    static Optional<Sanction> read(Section section) {
        Optional<String> regulation = section.required("regulation").flatMap(Setting::line);
        Optional<String> dpia = section.required("dpia").flatMap(Setting::line);
        Optional<LocalDate> from = section.required("from").flatMap(Setting::day);
        Optional<LocalDate> to = section.required("to").flatMap(Setting::day);
        section.noOtherKeys();
        if (regulation.isEmpty() || dpia.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!from.get().isBefore(to.get())) {
            section.setting()
                    .problem("is from " + from.get() + " to " + to.get()
                            + ", which is no day; to must be later, it is the first day without sanction");
            return Optional.empty();
        }
        return Optional.of(new Sanction(regulation.get(), dpia.get(), from.get(), to.get()));
    }
}
