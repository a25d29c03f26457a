package org.modicum.pipeline.synth;

import java.time.LocalDate;
import java.util.Optional;

/** First and last day; empty is open. */
record Period(Optional<LocalDate> from, Optional<LocalDate> to) {
    static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    boolean covers(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
