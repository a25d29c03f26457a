package org.modicum.pipeline.nightly;

import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsDigest;

/** The entries of changed settings in the audit log. */
final class LoggedSettings {
    private LoggedSettings() {}

    /** Logs the settings if they are others than those of the last such entry. */
    static void of(Settings settings, AuditLog log, String run) {
        String digest = SettingsDigest.of(settings).hex();
        Optional<String> last = log.entries().stream()
                .filter(entry -> entry.kind() == Kind.SETTINGS_CHANGED)
                .reduce((earlier, later) -> later)
                .map((Entry entry) -> entry.text("settings"));
        if (!last.equals(Optional.of(digest))) {
            log.append(Kind.SETTINGS_CHANGED, Map.of("run", Value.of(run), "settings", Value.of(digest)));
        }
    }
}
