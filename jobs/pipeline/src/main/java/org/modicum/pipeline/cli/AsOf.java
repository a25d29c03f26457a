package org.modicum.pipeline.cli;

import java.time.Instant;
import picocli.CommandLine.Option;

/** The moment for which a command is run. */
final class AsOf {
    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "Run as if it were this moment, e.g. 2026-03-10T02:00:00Z (default: now).")
    Instant instant;

    Instant orNow() {
        return instant == null ? Instant.now() : instant;
    }
}
