package org.modicum.pipeline.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.StoreSettings;
import org.modicum.pipeline.store.AnyRules;
import org.modicum.pipeline.store.Store;
import org.modicum.policy.protocol.Holidays;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Protocol;
import org.modicum.policy.protocol.Threshold;
import org.modicum.policy.protocol.TimeRange;
import org.modicum.policy.protocol.WorkingTime;

/** A manager who tunes the threshold to the results gets nothing for it (R14). */
class FrozenThresholdsTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W10");

    @TempDir
    Path folder;

    @Test
    void aThresholdThatIsChangedAfterItsWeekHasBegunDoesNotMove() {
        RunReport report = new RunReport("run", Instant.EPOCH);
        try (Store store = open()) {
            assertThat(ask(store, 60, report)).isEqualTo(60);
            for (int probe = 1; probe < 60; probe += 7) {
                assertThat(ask(store, probe, report)).isEqualTo(60);
            }
        }

        assertThat(report.warnings()).hasSize(9).allMatch(warning -> warning.contains("Registry"));
    }

    @Test
    void anUnchangedThresholdIsNoNews() {
        RunReport report = new RunReport("run", Instant.EPOCH);
        try (Store store = open()) {
            ask(store, 60, report);
            ask(store, 60, report);
        }

        assertThat(report.warnings()).isEmpty();
    }

    private int ask(Store store, int minutes, RunReport report) {
        WorkingTime time = new WorkingTime(
                ZoneId.of("Europe/London"),
                EnumSet.of(DayOfWeek.MONDAY),
                List.of(TimeRange.parse("09:00-17:00")),
                Holidays.none());
        Protocol protocol = new Protocol(
                "Registry",
                "m.jones",
                time,
                List.of(new Threshold(IsoWeek.parse("2026-W01"), minutes, Per.DAY)),
                List.of());
        return new FrozenThresholds(store)
                .of(WEEK, List.of("Registry"), Map.of("Registry", protocol), Instant.EPOCH, report)
                .get("Registry")
                .orElseThrow()
                .minutes();
    }

    private Store open() {
        return Store.open(
                new StoreSettings(
                        "jdbc",
                        "jdbc:sqlite:" + folder.resolve("store.db"),
                        folder.resolve("warehouse").toString(),
                        Optional.empty(),
                        Optional.empty()),
                AnyRules.rules());
    }
}
