package org.modicum.pipeline.flag;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.protocol.IsoWeek;

/**
 * What the log says of a grant's uses, and whether a timer should begin one more.
 *
 * @param begun uses, whatever became of them
 * @param hasFailed whether the last of them did not end. A timer that tried again and again would use a grant up in a few
 *     nights; a person decides instead
 * @param covered weeks that those files speak of
 */
record GrantUses(int begun, boolean hasFailed, Set<IsoWeek> covered) {
    private static final Set<Refusal> OVER = EnumSet.of(Refusal.EXPIRED, Refusal.USED_UP, Refusal.REVOKED);

    /** @param grant its digest */
    static GrantUses of(String grant, List<Entry> entries) {
        int begun = 0;
        boolean open = false;
        Set<IsoWeek> covered = new HashSet<>();
        for (Entry entry : entries) {
            boolean flag = entry.kind() == Kind.FLAG && entry.text("grant").equals(grant);
            if (flag) {
                entry.texts("weeks").forEach(week -> covered.add(IsoWeek.parse(week)));
            }
            if (is(entry, Kind.GRANT_INTENT, grant)) {
                begun++;
                open = true;
            } else if (is(entry, Kind.GRANT_COMPLETE, grant)) {
                open = false;
            }
        }
        return new GrantUses(begun, open, covered);
    }

    /**
     * Whether a refusal for these reasons is the end that every grant comes to, and no attempt at anything. If something
     * else is wrong with it too, that is logged once, and not again every night.
     *
     * @param envelope its digest
     */
    static boolean isOver(String envelope, List<Refusal> reasons, List<Entry> entries) {
        return OVER.containsAll(reasons)
                || reasons.stream().anyMatch(OVER::contains) && wasRefused(envelope, reasons, entries);
    }

    private static boolean wasRefused(String envelope, List<Refusal> reasons, List<Entry> entries) {
        List<String> names = reasons.stream().map(Refusal::name).toList();
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.GRANT_REFUSED)
                .anyMatch(entry -> entry.text("envelope").equals(envelope)
                        && entry.texts("reasons").equals(names));
    }

    /**
     * Whether there is a week that no use has covered. The last use waits until every granted week that can still be
     * released while the grant lasts has been.
     *
     * @param weeks granted weeks that can be looked at now
     * @param releasedAt when a week is released
     */
    boolean isTimely(Grant grant, Set<IsoWeek> weeks, Function<IsoWeek, Instant> releasedAt, Instant now) {
        Set<IsoWeek> fresh = new TreeSet<>(weeks);
        fresh.removeAll(covered);
        if (fresh.isEmpty() || begun + 1 < grant.maxUses()) {
            return !fresh.isEmpty();
        }
        for (IsoWeek week = grant.weeks().to(); grant.weeks().contains(week); week = week.plusWeeks(-1)) {
            Instant released = releasedAt.apply(week);
            if (released.isAfter(now) && released.isBefore(grant.notAfter())) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(Entry entry, Kind kind, String grant) {
        return entry.kind() == kind && entry.text("grant").equals(grant);
    }
}
