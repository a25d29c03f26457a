package org.modicum.pipeline.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.S3Settings;
import org.modicum.pipeline.settings.StoreSettings;
import org.modicum.pipeline.store.AnyRules;
import org.modicum.pipeline.store.SmallTable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.protocol.Holidays;
import org.modicum.policy.protocol.InForce;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Protocol;
import org.modicum.policy.protocol.Threshold;
import org.modicum.policy.protocol.TimeRange;
import org.modicum.policy.protocol.WorkRelated;
import org.modicum.policy.protocol.WorkingTime;

/** A manager who tunes the protocol to the results gets nothing for it (R14). */
class FrozenProtocolsTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W10");
    private static final WorkingTime OFFICE = time("09:00-17:00");
    private static final WorkingTime EVENINGS = time("18:00-22:00");
    private static final Protocol REGISTRY = protocol(60, OFFICE, new WorkRelated(Set.of("press"), Set.of("linkedin")));

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

    @Test
    void workingTimeAndWorkRelatedUseDoNotMoveEither() {
        RunReport report = new RunReport("run", Instant.EPOCH);
        InForce first = InForce.of(Optional.of(REGISTRY), OFFICE, WEEK);
        try (Store store = open()) {
            assertThat(ask(store, Map.of("Registry", REGISTRY), OFFICE, report)).isEqualTo(first);
            assertThat(report.warnings()).isEmpty();

            Protocol later = protocol(60, EVENINGS, new WorkRelated(Set.of(), Set.of("facebook")));
            assertThat(ask(store, Map.of("Registry", later), OFFICE, report)).isEqualTo(first);
            assertThat(report.warnings())
                    .singleElement()
                    .asString()
                    .contains("Registry (working time, work-related use)", "2026-W10");
            assertThat(ask(store, Map.of(), EVENINGS, report)).isEqualTo(first);
        }
    }

    @Test
    void theWorkingTimeOfADepartmentWithoutAProtocolDoesNotMove() {
        RunReport report = new RunReport("run", Instant.EPOCH);
        try (Store store = open()) {
            ask(store, Map.of(), OFFICE, report);

            assertThat(ask(store, Map.of(), EVENINGS, report))
                    .isEqualTo(new InForce(OFFICE, Optional.empty(), List.of()));
        }
        assertThat(report.warnings()).singleElement().asString().contains("Registry (working time)");
    }

    @Test
    void aDepartmentThatTheWeekDidNotMeetHasNoThresholdInIt() {
        try (Store store = open()) {
            assertThat(frozen(store, Map.of("Registry", REGISTRY), OFFICE)
                            .of(WEEK, List.of("Registry"))
                            .get("Registry")
                            .threshold())
                    .isEmpty();
        }
    }

    @Test
    void everyPartOfAProtocolIsReadBackAsItWasWritten() {
        List<InForce> all = List.of(
                new InForce(OFFICE, Optional.empty(), List.of()),
                new InForce(EVENINGS, Optional.of(new Threshold(WEEK, 10_080, Per.WEEK)), List.of()),
                new InForce(
                        new WorkingTime(
                                ZoneId.of("Asia/Kathmandu"),
                                EnumSet.allOf(DayOfWeek.class),
                                List.of(TimeRange.parse("22:00-24:00"), TimeRange.parse("00:00-06:01")),
                                Holidays.of("de-by")),
                        Optional.of(new Threshold(WEEK, 1, Per.DAY)),
                        List.of(
                                new WorkRelated(Set.of(), Set.of("youtube", "facebook")),
                                new WorkRelated(Set.of("press, \"radio\"", "größe"), Set.of("linkedin")))),
                new InForce(
                        new WorkingTime(
                                ZoneOffset.ofHoursMinutes(-3, -30),
                                EnumSet.of(DayOfWeek.SUNDAY),
                                List.of(new TimeRange(0, 1440)),
                                Holidays.of("gb-sct")),
                        Optional.empty(),
                        List.of()));
        try (Store store = open()) {
            SmallTable table = new SmallTable(store, Tables.THRESHOLD);
            for (InForce written : all) {
                Record row = FrozenRow.written(table.newRow(), written);
                row.setField("week", WEEK.toString());
                row.setField("department", Integer.toString(all.indexOf(written)));
                row.setField("recorded_at", OffsetDateTime.parse("2026-03-02T02:00:00Z"));
                table.append(List.of(row), "run");
            }

            Map<String, InForce> read = frozen(store, Map.of(), OFFICE).of(WEEK, List.of("0", "1", "2", "3"));

            assertThat(read.values()).containsExactlyElementsOf(all);
        }
    }

    private static int ask(Store store, int minutes, RunReport report) {
        return ask(store, Map.of("Registry", protocol(minutes, OFFICE)), OFFICE, report)
                .threshold()
                .orElseThrow()
                .minutes();
    }

    private static InForce ask(Store store, Map<String, Protocol> protocols, WorkingTime otherwise, RunReport report) {
        FrozenProtocols frozen = frozen(store, protocols, otherwise);
        frozen.freeze(WEEK, List.of("Registry"), Instant.EPOCH, report);
        InForce now = frozen.of(WEEK, List.of("Registry")).get("Registry");
        assertThat(frozen(store, protocols, otherwise).of(WEEK, List.of("Registry")))
                .containsEntry("Registry", now);
        return now;
    }

    private static FrozenProtocols frozen(Store store, Map<String, Protocol> protocols, WorkingTime otherwise) {
        return FrozenProtocols.read(store, protocols, otherwise, List.of(WEEK));
    }

    private static Protocol protocol(int minutes, WorkingTime time, WorkRelated... workRelated) {
        return new Protocol(
                "Registry",
                "m.jones",
                time,
                List.of(new Threshold(IsoWeek.parse("2026-W01"), minutes, Per.DAY)),
                List.of(workRelated));
    }

    private static WorkingTime time(String hours) {
        return new WorkingTime(
                ZoneId.of("Europe/London"),
                EnumSet.of(DayOfWeek.MONDAY),
                List.of(TimeRange.parse(hours)),
                Holidays.none());
    }

    private Store open() {
        return Store.open(
                new StoreSettings(
                        "jdbc",
                        "jdbc:sqlite:" + folder.resolve("store.db"),
                        folder.resolve("warehouse").toString(),
                        Optional.empty(),
                        Optional.empty(),
                        S3Settings.DEFAULT),
                AnyRules.rules());
    }
}
