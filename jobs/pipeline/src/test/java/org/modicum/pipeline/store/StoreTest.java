package org.modicum.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.settings.S3Settings;
import org.modicum.pipeline.settings.StoreSettings;

class StoreTest {
    @TempDir
    Path folder;

    @Test
    void rowsAreThereAfterReopeningAndTheRunThatWroteThemIsKnown() {
        try (Store store = open()) {
            new SmallTable(store, Tables.THRESHOLD).append(List.of(threshold(store, "Registry")), "run-1");
        }

        try (Store store = open()) {
            SmallTable table = new SmallTable(store, Tables.THRESHOLD);
            assertThat(table.rows(Expressions.alwaysTrue())).hasSize(1);
            assertThat(table.rows(Expressions.equal("department", "Library"))).isEmpty();
            assertThat(store.committed(Tables.THRESHOLD, "run-1")).isTrue();
            assertThat(store.committed(Tables.THRESHOLD, "run-2")).isFalse();
        }
    }

    @Test
    void aTableThatWasOpenedEarlierSeesWhatAnotherAppended() {
        try (Store store = open()) {
            SmallTable earlier = new SmallTable(store, Tables.THRESHOLD);
            new SmallTable(store, Tables.THRESHOLD).append(List.of(threshold(store, "Registry")), "run-1");

            assertThat(earlier.rows(Expressions.alwaysTrue())).hasSize(1);
        }
    }

    @Test
    void filesOfAKilledWriterAreRemovedAndReferencedOnesStay() throws IOException {
        try (Store store = open()) {
            SmallTable table = new SmallTable(store, Tables.THRESHOLD);
            table.append(List.of(threshold(store, "Registry")), "run-1");
            Path data = Path.of(store.table(Tables.THRESHOLD).location().replaceFirst("^file:", ""), "data");
            Files.writeString(data.resolve("left-behind.parquet"), "of a killed writer");

            Unreferenced.delete(store.table(Tables.THRESHOLD));

            try (Stream<Path> files = Files.list(data)) {
                assertThat(files.filter(file -> file.toString().endsWith(".parquet")))
                        .hasSize(1);
            }
            assertThat(table.rows(Expressions.alwaysTrue())).hasSize(1);
        }
    }

    @Test
    void aTableWithoutAnyFileHasNothingLeftBehind() {
        try (Store store = open()) {
            Unreferenced.delete(store.table(Tables.ACTIVITY));

            assertThat(store.table(Tables.ACTIVITY).currentSnapshot()).isNull();
        }
    }

    @Test
    void manifestsStayFewHoweverManyCommitsThereWere() {
        try (Store store = open()) {
            SmallTable table = new SmallTable(store, Tables.THRESHOLD);
            for (int run = 0; run < 25; run++) {
                table.append(List.of(threshold(store, "Registry")), "run-" + run);
            }

            Table threshold = store.table(Tables.THRESHOLD);
            assertThat(threshold.currentSnapshot().allManifests(threshold.io())).hasSizeLessThan(10);
            assertThat(table.rows(Expressions.alwaysTrue())).hasSize(25);
        }
    }

    @Test
    void noStatisticsOfPeopleAreKeptInManifests() {
        try (Store store = open()) {
            assertThat(store.table(Tables.ACTIVITY).properties())
                    .containsEntry("write.metadata.metrics.column.person", "none");
        }
    }

    private Store open() {
        return Store.open(
                new StoreSettings(
                        "jdbc",
                        "jdbc:sqlite:" + folder.resolve("store.db") + "?journal_mode=WAL&busy_timeout=30000",
                        folder.resolve("warehouse").toString(),
                        Optional.empty(),
                        Optional.empty(),
                        S3Settings.DEFAULT),
                AnyRules.rules());
    }

    private static Record threshold(Store store, String department) {
        GenericRecord row = new SmallTable(store, Tables.THRESHOLD).newRow();
        row.setField("week", "2026-W10");
        row.setField("department", department);
        row.setField("minutes", 60);
        row.setField("per", "DAY");
        row.setField("recorded_at", OffsetDateTime.parse("2026-03-02T02:00:00Z"));
        return row;
    }
}
