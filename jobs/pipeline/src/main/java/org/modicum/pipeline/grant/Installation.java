package org.modicum.pipeline.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.Authorisation;
import org.modicum.policy.grant.Circumstances;
import org.modicum.policy.grant.StaffRecords;
import org.modicum.policy.grant.UserName;

/** The machine on which grants are used: it knows everything that a verification looks at. */
public final class Installation {
    private Installation() {}

    /** What is known now, with the log held open. */
    public static Circumstances circumstances(Settings settings, GrantLog log, Instant now) {
        GrantFolder folder = new GrantFolder(settings.grants());
        return new Circumstances(
                now,
                settings.authorisation(),
                folder.registry(),
                folder.revocations(),
                Optional.of(log.origin()),
                Optional.of(LogHistory.of(log)),
                Optional.of(staff(settings)),
                Optional.of(sites(settings)),
                Runtime.version());
    }

    /**
     * What is known without the log: on this installation if its settings can be read, or on any other machine.
     *
     * @param audience as somebody named it; if nobody did, that of the settings
     */
    public static Circumstances onPaper(
            Optional<Settings> site,
            Authorisation authorisation,
            Optional<byte[]> registry,
            Optional<byte[]> revocations,
            Optional<String> audience,
            Instant now) {
        return new Circumstances(
                now,
                authorisation,
                registry,
                revocations,
                audience.or(() -> site.map(Settings::auditOrigin)),
                Optional.empty(),
                site.map(Installation::staff),
                site.map(Installation::sites),
                Runtime.version());
    }

    /** Whether somebody is staff today under exactly this name. */
    public static boolean hasToday(Settings settings, UserName person, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return !staff(settings).departments(person, today, today).isEmpty();
    }

    private static StaffRecords staff(Settings settings) {
        return new DirectoryRecords(StaffDirectory.read(settings.directory()), UserNames.of(settings.directory()));
    }

    private static Set<String> sites(Settings settings) {
        return Set.copyOf(settings.catalogue().sites());
    }
}
