package org.modicum.pipeline.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.Sanction;
import org.modicum.pipeline.settings.Source;

/**
 * No current sanction, no reading: checked before a source's folder is even listed, and logged, whatever the answer,
 * before the answer is acted upon.
 */
final class Sanctions {
    private final AuditLog log;
    private final String run;

    Sanctions(AuditLog log, String run) {
        this.log = log;
        this.run = run;
    }

    /** @throws ExitException with {@link ExitCode#NOT_PERMITTED} that names every source without a current sanction */
    void check(List<Source> sources, Instant asOf, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(asOf, zone);
        log.append(sources.stream().map(source -> entry(source, today)).toList());
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

    private Entry entry(Source source, LocalDate day) {
        Sanction sanction = source.sanction();
        Map<String, Value> values = new HashMap<>();
        values.put("run", Value.of(run));
        values.put("source", Value.of(source.name()));
        values.put("day", Value.of(day.toString()));
        if (!sanction.isCurrent(day)) {
            values.put("reason", Value.of(day.isBefore(sanction.from()) ? "not begun" : "expired"));
            return new Entry(log.now(), Kind.SANCTION_REFUSED, values);
        }
        values.put("regulation", Value.of(sanction.regulation()));
        values.put("dpia", Value.of(sanction.dpia()));
        values.put("from", Value.of(sanction.from().toString()));
        values.put("to", Value.of(sanction.to().toString()));
        return new Entry(log.now(), Kind.SANCTION_CHECK, values);
    }
}
