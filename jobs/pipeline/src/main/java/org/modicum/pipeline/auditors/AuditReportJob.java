package org.modicum.pipeline.auditors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.GivenProofs;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
import org.modicum.policy.audit.Hash;

/** Writes the auditors' page. It reads tables and log, and changes neither but for the entry of the page itself. */
public final class AuditReportJob {
    private final Settings settings;
    private final Home home;
    private final String run;

    public AuditReportJob(Settings settings, Home home, String run) {
        this.settings = settings;
        this.home = home;
        this.run = run;
    }

    /**
     * What became of it.
     *
     * @param wrong what does not hold, is missing or is not known, in sentences that name nobody
     * @param overdue what should not be there any more, likewise
     */
    public record Written(Path page, List<String> wrong, List<String> overdue) {
        private static Written of(ReportFolder place, AuditReport report) {
            return new Written(place.index(), report.sentences(Mark.WRONG), report.sentences(Mark.OVERDUE));
        }
    }

    /**
     * Writes it once its entry is in the log.
     *
     * @param folder where to; the log's own is the usual place
     * @param log open, and in no doubt
     */
    public Written write(Path folder, Store store, AuditLog log) {
        ReportFolder place = ReportFolder.in(folder, settings);
        AuditReport report = AuditReport.of(found(Optional.of(store), log.now(), false));
        Map<String, byte[]> files = new LinkedHashMap<>(ReportFiles.of(report));
        String digest = Hash.ofFile(files.get(ReportFiles.JSON_NAME)).hex();
        long entry = log.append(Kind.AUDIT_REPORT, Map.of("run", Value.of(run), "report", Value.of(digest)));
        files.put(
                ReportFiles.JSON_NAME + GivenProofs.SUFFIX,
                log.proof(entry).text().getBytes(UTF_8));
        place.put(run, files, ReportFiles.index(report));
        return Written.of(place, report);
    }

    /**
     * Writes it although no run can begin: an auditor must see that, too. It is in no log then, and says so.
     *
     * @param store empty if it could not be opened
     */
    public Written writeInDoubt(Path folder, Optional<Store> store) {
        ReportFolder place = ReportFolder.in(folder, settings);
        AuditReport report = AuditReport.of(found(store, Instant.now(), true));
        place.put(run, ReportFiles.of(report), ReportFiles.index(report));
        return Written.of(place, report);
    }

    private AsFound found(Optional<Store> store, Instant now, boolean stopped) {
        return new AsFound(settings, home, store, ReadLog.of(settings.audit()), run, now, stopped);
    }
}
