package org.modicum.pipeline.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.keys.LoggedKeys;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Rules;

/**
 * What takes no more activity.
 *
 * @param released weeks that were released
 * @param destroyed weeks whose key was destroyed; a new one would join nobody to what was
 * @param firstKept the first day, in UTC, of which activity may be there
 */
record Closed(Set<IsoWeek> released, Set<IsoWeek> destroyed, LocalDate firstKept) {

    static Closed at(Instant asOf, Set<IsoWeek> released, Rules rules, List<Entry> log) {
        Set<IsoWeek> destroyed = new HashSet<>();
        LoggedKeys.destroyed(log).forEach(name -> destroyed.add(IsoWeek.parse(name)));
        return new Closed(Set.copyOf(released), Set.copyOf(destroyed), firstKept(asOf, rules));
    }

    /** A day is kept while the first day on which it may no longer be there has not come. */
    private static LocalDate firstKept(Instant asOf, Rules rules) {
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        LocalDate day = today;
        while (rules.due(DataKind.ACTIVITY, day.minusDays(1)).orElseThrow().isAfter(today)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
