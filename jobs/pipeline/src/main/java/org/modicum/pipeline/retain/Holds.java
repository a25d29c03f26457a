package org.modicum.pipeline.retain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.HeldLog;
import org.modicum.pipeline.grant.Installation;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.Circumstances;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.retention.Hold;

/**
 * The holds that were placed.
 *
 * @param files each with its hold
 */
public record Holds(Map<Path, Signed<Hold>> files) {

    public Holds {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** A file that is no hold, or one that does not count, and why. */
    public record Doubt(Path file, String why) {}

    /** All that lies in the folder of holds: those that count, and the rest. */
    public record Folder(Holds holds, List<Doubt> doubts) {}

    /**
     * Reads all. One that does not count stops everything: somebody wanted something kept, and nobody can tell what.
     *
     * @throws ExitException with {@link ExitCode#NOT_PERMITTED} if one does not count
     */
    static Holds read(Settings settings, AuditLog log, Instant now) {
        Folder folder = look(settings, new HeldLog(log), now);
        if (!folder.doubts().isEmpty()) {
            List<String> wrong = folder.doubts().stream()
                    .map(doubt -> doubt.file() + " " + doubt.why())
                    .toList();
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "Nothing was deleted, for nobody can tell what should be kept:\n  " + String.join("\n  ", wrong)
                            + "\nMend the hold, or move it away.");
        }
        return folder.holds();
    }

    /** For whoever shows what is there and deletes nothing. */
    public static Folder look(Settings settings, GrantLog log, Instant now) {
        List<SizedFile> found = SizedFile.below(settings.retention().holds());
        if (found.isEmpty()) {
            return new Folder(new Holds(Map.of()), List.of());
        }
        Circumstances circumstances = Installation.circumstances(settings, log, now);
        Map<Path, Signed<Hold>> holds = new LinkedHashMap<>();
        List<Doubt> doubts = new ArrayList<>();
        for (SizedFile file : found) {
            if (!Files.isRegularFile(file.file()) || !file.name().endsWith(".json")) {
                doubts.add(new Doubt(file.file(), "is no hold."));
                continue;
            }
            try {
                holds.put(file.file(), Hold.open(GrantFolder.read(file.file()), circumstances));
            } catch (RefusedException e) {
                doubts.add(new Doubt(file.file(), "does not count: " + e.getMessage()));
            }
        }
        return new Folder(new Holds(holds), doubts);
    }

    List<Signed<Hold>> inForce(LocalDate today) {
        return files.values().stream()
                .filter(hold -> hold.document().isInForce(today))
                .toList();
    }
}
