package org.modicum.pipeline.auditors;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;

/**
 * An installation as the report found it.
 *
 * @param store empty if it could not be opened
 * @param stopped whether a run could not so much as begin here, so that what was left undone still is
 */
record AsFound(
        Settings settings, Home home, Optional<Store> store, ReadLog log, String run, Instant now, boolean stopped) {

    /** Days are days of UTC, as rules count them. */
    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
