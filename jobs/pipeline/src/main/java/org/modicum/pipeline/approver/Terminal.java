package org.modicum.pipeline.approver;

import java.io.Console;
import java.util.Optional;

/**
 * The terminal that a person sits at. Before Java 22 there is none if input or output is redirected; since then there
 * is always one, which reads what was redirected, and its end is no answer.
 */
public final class Terminal {
    private Terminal() {}

    public static Optional<Console> here() {
        return Optional.ofNullable(System.console());
    }
}
