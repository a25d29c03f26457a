package org.modicum.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.pipeline.store.SmallTable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;

/** A run that was killed is ended by the next one, in the ledger and in the audit log alike. */
class RecoveryTest {
    private static final String RUN = "20260310T020000.000Z";
    private static final Journal JOURNAL = new Journal(
            RUN,
            Instant.parse("2026-03-10T02:00:00Z"),
            List.of(
                    new Reading("campus", "/a", "c1", 0, 900, new TreeMap<>(), Optional.empty(), false),
                    new Reading("campus", "/b.gz", "c2", 500, 500, new TreeMap<>(), Optional.of("x"), false)),
            Map.of("/a", Map.of("counted", 5L, "other_host", 2L, "malformed", 3L)));

    @TempDir
    Path folder;

    private Settings settings;
    private Path state;

    @BeforeEach
    void aHomeWithAJournal() throws IOException {
        Files.writeString(folder.resolve("staff.csv"), "username,department,faculty,line_manager,roles,from,to\n");
        Files.createDirectories(folder.resolve("protocols"));
        Files.writeString(folder.resolve("sites.conf"), "include classpath(\"modicum/sites.conf\")\n");
        Files.writeString(folder.resolve("modicum.conf"), "");
        settings = SettingsReader.read(folder.resolve("modicum.conf"));
        state = Home.prepare(settings.home()).state();
        JOURNAL.write(state);
    }

    @Test
    void activityThatWasStoredGetsItsLedgerAndItsEntryWithTheCountsOfTheKilledRun() throws IOException {
        try (Store store = Store.open(settings.store(), settings.retention().rules());
                AuditLog log = AuditLog.open(settings)) {
            commitActivity(store);

            assertThat(Recovery.repair(store, state, log)).isPresent();

            assertThat(ingests(log)).singleElement().satisfies(entry -> {
                assertThat(entry.text("run")).isEqualTo(RUN);
                assertThat(entry.count("files")).isOne();
                assertThat(entry.count("lines")).isEqualTo(10);
                assertThat(entry.count("malformed")).isEqualTo(3);
                assertThat(entry.text("snapshot"))
                        .isEqualTo(Long.toString(
                                store.table(Tables.ACTIVITY).currentSnapshot().snapshotId()));
            });
            assertThat(ledger(store)).isEqualTo(2);
            assertThat(Journal.read(state)).isEmpty();
        }
    }

    @Test
    void aRunThatWasKilledBetweenItsEntryAndTheEndOfItsJournalIsEnteredOnce() throws IOException {
        try (Store store = Store.open(settings.store(), settings.retention().rules());
                AuditLog log = AuditLog.open(settings)) {
            commitActivity(store);
            Recovery.repair(store, state, log);
            JOURNAL.write(state);

            assertThat(Recovery.repair(store, state, log)).isPresent();

            assertThat(ingests(log)).hasSize(1);
            assertThat(ledger(store)).isEqualTo(2);
        }
    }

    @Test
    void activityThatWasNotStoredIsNotEntered() throws IOException {
        try (Store store = Store.open(settings.store(), settings.retention().rules());
                AuditLog log = AuditLog.open(settings)) {

            assertThat(Recovery.repair(store, state, log)).isPresent();

            assertThat(ingests(log)).isEmpty();
            assertThat(ledger(store)).isZero();
            assertThat(Journal.read(state)).isEmpty();
        }
    }

    private static void commitActivity(Store store) {
        store.table(Tables.ACTIVITY).newAppend().set(Store.RUN, RUN).commit();
    }

    private static List<Entry> ingests(AuditLog log) {
        return log.entries().stream()
                .filter(entry -> entry.kind() == Kind.INGEST)
                .toList();
    }

    private static int ledger(Store store) {
        return new SmallTable(store, Tables.INGESTED_FILE)
                .rows(Expressions.alwaysTrue())
                .size();
    }
}
