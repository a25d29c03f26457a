package org.modicum.pipeline.grant;

import java.io.Closeable;
import java.time.Instant;
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

    /** Time of the last entry. */
    Optional<Instant> lastTime();

    /** All entries, those appended through this too. */
    List<Entry> entries();

    /** Adds entries together. When it returns they are in the log for good; if it throws, nothing may be shown. */
    void append(List<Entry> entries);
}
