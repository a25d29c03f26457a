package org.modicum.pipeline.grant;

import java.io.Closeable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.audit.log.Entry;

/**
 * What grants need of the audit log. While one is open nobody else can write to it: so what was counted stays counted
 * until the intent that counts as one more is in it.
 */
public interface GrantLog extends Closeable {

    /** The log's name, which is the audience of the grants that are for this installation. */
    String origin();

    /** The latest time of any entry. */
    Optional<Instant> lastTime();

    /**
     * What an entry written now bears: the clock's time, or a moment after the latest entry if the clock is behind it.
     * An entry that is earlier than the one before it would be a fault of the log for as long as there is the log.
     */
    default Instant timeOfNext(Instant now) {
        Instant cut = now.truncatedTo(ChronoUnit.MILLIS);
        return lastTime()
                .filter(latest -> !latest.isBefore(cut))
                .map(latest -> latest.plusMillis(1))
                .orElse(cut);
    }

    /** All entries, those appended through this too. */
    List<Entry> entries();

    /** Adds entries together. When it returns they are in the log for good; if it throws, nothing may be shown. */
    void append(List<Entry> entries);
}
