package org.modicum.pipeline.summarise;

import java.util.List;
import java.util.Map;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.disclosure.Cell;
import org.modicum.policy.protocol.IsoWeek;

/** The entries of releases in the audit log: one for each week, and no file of a week before its entry. */
public final class LoggedReleases {
    private final Releases releases;
    private final AuditLog log;
    private final String run;

    public LoggedReleases(Releases releases, AuditLog log, String run) {
        this.releases = releases;
        this.log = log;
        this.run = run;
    }

    /** Logs the releases that have no entry: from before there was a log, or of a run that was killed. */
    public void complete() {
        releases.byWeek().forEach(this::of);
    }

    /**
     * Place of the entry of a week's release, which is made now if there is none.
     *
     * @throws ExitException with {@link ExitCode#NOT_PERMITTED} if another summary was logged for the week
     */
    public long of(IsoWeek week, List<Cell> cells) {
        String digest = Hash.ofFile(SummaryFile.of(cells)).hex();
        List<Entry> entries = log.entries();
        for (int place = 0; place < entries.size(); place++) {
            Entry entry = entries.get(place);
            if (entry.kind() == Kind.RELEASE && entry.text("week").equals(week.toString())) {
                refuseUnlessSame(week, digest, entry.text("summary"));
                return place;
            }
        }
        return log.append(
                Kind.RELEASE,
                Map.of(
                        "run", Value.of(run),
                        "week", Value.of(week.toString()),
                        "method", Value.of(cells.get(0).method()),
                        "snapshot", Value.of(releases.activitySnapshot(week).orElse("not recorded")),
                        "summary", Value.of(digest)));
    }

    private static void refuseUnlessSame(IsoWeek week, String digest, String logged) {
        if (!digest.equals(logged)) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "The release of " + week + " in the table `release` is not the one that was logged: its summary.csv"
                            + " would have the digest " + digest + ", and the audit log has " + logged
                            + ". The table was changed. Nothing was published; restore the table from a backup.");
        }
    }
}
