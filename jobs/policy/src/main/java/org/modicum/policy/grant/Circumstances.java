package org.modicum.policy.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * All that a verification looks at besides the grant. What is empty is not known, and then nothing more than {@link
 * HeldOnPaper} can come of it.
 *
 * @param authorisation whom the site trusts
 * @param registry the envelope of the registry; empty if there is none, and then every grant is refused
 * @param revocations the envelope of the newest list
 * @param audience the origin of this installation's audit log
 * @param sites the names of this installation's catalogue
 * @param java the version of the running JDK
 */
public record Circumstances(
        Instant now,
        Authorisation authorisation,
        Optional<byte[]> registry,
        Optional<byte[]> revocations,
        Optional<String> audience,
        Optional<LogState> log,
        Optional<StaffRecords> staff,
        Optional<Set<String>> sites,
        Runtime.Version java) {

    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    Set<Unchecked> unchecked() {
        Set<Unchecked> unchecked = EnumSet.noneOf(Unchecked.class);
        if (log.isEmpty()) {
            unchecked.add(Unchecked.LOG);
        }
        if (staff.isEmpty()) {
            unchecked.add(Unchecked.STAFF);
        }
        if (sites.isEmpty()) {
            unchecked.add(Unchecked.SITES);
        }
        if (revocations.isEmpty()) {
            unchecked.add(Unchecked.REVOCATIONS);
        }
        if (audience.isEmpty()) {
            unchecked.add(Unchecked.AUDIENCE);
        }
        return unchecked;
    }
}
