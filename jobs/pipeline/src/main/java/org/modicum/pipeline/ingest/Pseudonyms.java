package org.modicum.pipeline.ingest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.keys.KeyFolder;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.pseudonym.Pseudonym;

/**
 * Who is whom for the weeks that are being read: computed on the driver, so that no key ever travels, and broadcast.
 */
final class Pseudonyms {
    private final KeyFolder keys;
    private final ZoneId zone;

    Pseudonyms(KeyFolder keys, ZoneId zone) {
        this.keys = keys;
        this.zone = zone;
    }

    /** @param held weeks of which activity is stored already, so that their keys must exist */
    Who of(Collection<Member> members, List<IsoWeek> weeks, Set<IsoWeek> held) {
        Who who = new Who();
        for (IsoWeek week : weeks) {
            byte[] key = held.contains(week) ? keys.existing(week) : keys.ofWeek(week);
            for (Member member : members) {
                LocalDate first = later(member.from(), week.monday());
                LocalDate last = earlier(member.to(), week.sunday());
                if (!first.isAfter(last)) {
                    who.add(
                            member.username(),
                            Pseudonym.of(key, member.username()),
                            Window.start(first, zone),
                            Window.start(last.plusDays(1), zone));
                }
            }
        }
        return who;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
