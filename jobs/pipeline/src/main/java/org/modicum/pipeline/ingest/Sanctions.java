package org.modicum.pipeline.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.Source;

/** No current sanction, no reading: checked before a source's folder is even listed. */
final class Sanctions {
    private Sanctions() {}

    /** @throws ExitException with {@link ExitCode#NOT_PERMITTED} that names every source without a current sanction */
    static void check(List<Source> sources, Instant asOf, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(asOf, zone);
        List<String> without = sources.stream()
                .filter(source -> !source.sanction().isCurrent(today))
                .map(source -> "source " + source.name() + ": its sanction ("
                        + source.sanction().regulation() + ", "
                        + source.sanction().dpia() + ") runs from "
                        + source.sanction().from() + " to "
                        + source.sanction().to() + ", and today is " + today)
                .toList();
        if (!without.isEmpty()) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "No current sanction, no reading; nothing was opened.\n  " + String.join("\n  ", without)
                            + "\nRenew the sanction (ICT Regulations clause and DPIA) in modicum.conf, or remove the source.");
        }
    }
}
