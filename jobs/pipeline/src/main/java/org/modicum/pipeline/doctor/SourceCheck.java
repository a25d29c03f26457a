package org.modicum.pipeline.doctor;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.ingest.LogFiles;
import org.modicum.pipeline.ingest.LogSample;
import org.modicum.pipeline.settings.Problems;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.Source;

/** Whether a source may be read, is there, and is what the settings say. Of its lines it tells numbers alone. */
final class SourceCheck {
    /** Fewer say nothing about anybody's day. */
    private static final int ENOUGH = 100;

    private final Settings settings;
    private final Source source;
    private final Instant now;
    private final String name;
    private final List<Finding> findings = new ArrayList<>();

    private SourceCheck(Settings settings, Source source, Instant now) {
        this.settings = settings;
        this.source = source;
        this.now = now;
        this.name = "source " + source.name() + ": ";
    }

    static List<Finding> of(Settings settings, Source source, Instant now) {
        SourceCheck check = new SourceCheck(settings, source, now);
        boolean lawful = check.sanction();
        try {
            if (check.files() && lawful) {
                Staff staff = StaffDirectory.read(settings.directory(), new Problems());
                LogFiles.sample(settings, source, staff, now).ifPresent(check::lines);
            }
        } catch (IOException e) {
            check.wrong(
                    source.path() + " cannot be listed or read",
                    "Let the user that runs modicum read this folder and its files.");
        }
        return check.findings;
    }

    private boolean sanction() {
        LocalDate today = LocalDate.ofInstant(now, settings.zone());
        if (source.sanction().isCurrent(today)) {
            well("sanction until " + source.sanction().to());
            return true;
        }
        wrong(
                "no current sanction (" + source.sanction().from() + " to "
                        + source.sanction().to() + ")",
                "Renew it (ICT Regulations clause and DPIA) and write the new dates into its sanction { … }.");
        return false;
    }

    private boolean files() throws IOException {
        int files = LogFiles.count(source);
        if (files > 0) {
            well(files + (files == 1 ? " file matches " : " files match ") + source.path());
        } else {
            wrong("no file matches " + source.path(), "Check the path; quote globs; may this user read it?");
        }
        return files > 0;
    }

    private void lines(LogSample sample) {
        if (sample.malformed() > settings.ingest().maxMalformedShare() * sample.lines()) {
            wrong(
                    sample.malformed() + " of the first " + sample.lines() + " lines of the newest file are not of the"
                            + " format " + source.format(),
                    "Have Squid write its native format (access_log … squid), or look at what else writes there.");
            return;
        }
        well("format " + source.format() + " fits the first " + sample.lines() + " lines of the newest file");
        if (sample.hits() == 0) {
            well("no line about social media among them");
            return;
        }
        users(sample);
        clock(sample);
    }

    private void users(LogSample sample) {
        Optional<String> unknown = Optional.of(sample)
                .filter(one -> one.users() > 0 && 2 * one.unknown() > one.users())
                .map(one -> "the directory does not know " + one.unknown() + " of " + one.users() + " users");
        if (sample.named() == 0) {
            wrong(
                    "none of " + sample.hits() + " lines about social media names a user",
                    "Let the proxy ask who somebody is (proxy_auth); without names everything is left out.");
        } else if (unknown.isPresent()) {
            wrong(
                    unknown.get(),
                    "If they are staff: is staff.csv up to date, and does the proxy write a domain or realm? See"
                            + " directory.strip-domain and strip-realm in docs/reference/settings.md. If they are students, all is well.");
        } else {
            well("the directory knows " + (sample.users() - sample.unknown()) + " of " + sample.users() + " users");
        }
    }

    private void clock(LogSample sample) {
        if (sample.ahead() > 0) {
            wrong(
                    sample.ahead() + " lines are of a moment later than now (" + now + ")",
                    "Set the clocks of this machine and of the proxy (NTP).");
        } else if (sample.hits() >= ENOUGH && 2 * sample.byDay() < sample.hits()) {
            wrong(
                    "most lines are of the night, by the clock of " + settings.zone(),
                    "Is modicum.zone that of the people in the log, and the proxy's clock right?");
        } else {
            well("times are plausible by the clock of " + settings.zone());
        }
    }

    private void well(String what) {
        findings.add(Finding.well(name + what));
    }

    private void wrong(String what, String remedy) {
        findings.add(Finding.wrong(name + what, remedy));
    }
}
