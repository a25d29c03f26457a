package org.modicum.pipeline.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.modicum.policy.disclosure.CellKey;
import org.modicum.policy.disclosure.CellSums;
import org.modicum.policy.disclosure.Department;
import org.modicum.policy.disclosure.Group;
import org.modicum.policy.disclosure.Layout;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Threshold;

/** Sums over any layout, checked by hand. */
class SparkTallyTest {
    private static final StructType MINUTES = new StructType()
            .add("person", DataTypes.StringType)
            .add("department", DataTypes.StringType)
            .add("day", DataTypes.LongType)
            .add("site", DataTypes.StringType)
            .add("minutes", DataTypes.DoubleType);
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final Optional<Threshold> DAILY = Optional.of(new Threshold(IsoWeek.parse("2026-W01"), 30, Per.DAY));
    private static final Optional<Threshold> WEEKLY =
            Optional.of(new Threshold(IsoWeek.parse("2026-W01"), 50, Per.WEEK));

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void sitesWithoutACellOfTheirOwnFoldIntoOtherAndPeopleAreCountedOnce() {
        Group group = new Group("Both", List.of(department("Library", WEEKLY), department("Registry", DAILY)));
        SparkTally tally = tally(
                minutes("a", "Registry", 0, "facebook", 10),
                minutes("a", "Registry", 1, "facebook", 5),
                minutes("a", "Registry", 1, "x", 2),
                minutes("b", "Registry", 0, "youtube", 7),
                minutes("b", "Library", 2, "x", 1),
                minutes("c", "Library", 0, "facebook", 20));

        Map<CellKey, CellSums> sums = tally.sums(new Layout(List.of(group), Map.of("Both", Set.of("facebook"))));

        assertThat(sums)
                .containsOnly(
                        Map.entry(new CellKey("Both", "facebook"), new CellSums(2, 35, 20, 15)),
                        Map.entry(new CellKey("Both", CellKey.OTHER), new CellSums(2, 10, 8, 2)),
                        Map.entry(new CellKey("Both", CellKey.ALL), new CellSums(3, 45, 20, 17)));
    }

    @Test
    void everybodyIsMeasuredAgainstTheirOwnDepartmentsThreshold() {
        Group group = new Group("Both", List.of(department("Library", WEEKLY), department("Registry", DAILY)));
        SparkTally tally = tally(
                minutes("a", "Registry", 0, "facebook", 20),
                minutes("a", "Registry", 0, "x", 11),
                minutes("b", "Registry", 0, "x", 29),
                minutes("b", "Registry", 1, "x", 29),
                minutes("c", "Library", 0, "x", 40),
                minutes("d", "Library", 0, "x", 30),
                minutes("d", "Library", 3, "youtube", 21));

        assertThat(tally.groups(new Layout(List.of(group), Map.of()))
                        .get("Both")
                        .over())
                .isEqualTo(2);
    }

    private static SparkTally tally(Row... rows) {
        Dataset<Row> minutes = spark.createDataFrame(List.of(rows), MINUTES);
        return new SparkTally(
                spark, minutes, new Scope(new ArrayList<>()), Map.of("Registry", DAILY, "Library", WEEKLY));
    }

    private static Row minutes(String person, String department, int day, String site, double minutes) {
        return RowFactory.create(person, department, MONDAY.plusDays(day).toEpochDay(), site, minutes);
    }

    private static Department department(String name, Optional<Threshold> threshold) {
        return new Department(name, "Services", 10, threshold);
    }
}
