package org.modicum.pipeline.summarise;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.modicum.policy.disclosure.CellKey;
import org.modicum.policy.disclosure.CellSums;
import org.modicum.policy.disclosure.Group;
import org.modicum.policy.disclosure.GroupSums;
import org.modicum.policy.disclosure.Layout;
import org.modicum.policy.disclosure.Tally;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Threshold;

/**
 * Sums over whatever layout the disclosure rules ask for, computed where the people are. Only sums over groups come out:
 * their number grows with departments and sites, never with staff.
 */
final class SparkTally implements Tally {
    private static final StructType GROUPS =
            new StructType().add("department", DataTypes.StringType).add("group", DataTypes.StringType);
    private static final StructType SITES =
            new StructType().add("own_group", DataTypes.StringType).add("own_site", DataTypes.StringType);
    private static final StructType THRESHOLDS = new StructType()
            .add("department", DataTypes.StringType)
            .add("day_limit", DataTypes.DoubleType)
            .add("week_limit", DataTypes.DoubleType);

    private final SparkSession spark;
    private final Dataset<Row> minutes;
    private final Scope scope;
    private final Map<String, Optional<Threshold>> thresholds;

    /** @param minutes of {@link WeekOfUse}, persisted */
    SparkTally(SparkSession spark, Dataset<Row> minutes, Scope scope, Map<String, Optional<Threshold>> thresholds) {
        this.spark = spark;
        this.minutes = minutes;
        this.scope = scope;
        this.thresholds = thresholds;
    }

    @Override
    public Map<CellKey, CellSums> sums(Layout layout) {
        Dataset<Row> grouped = minutes.join(groupTable(layout), "department");
        Dataset<Row> named = grouped.join(
                        siteTable(layout),
                        col("group").equalTo(col("own_group")).and(col("site").equalTo(col("own_site"))),
                        "left")
                .withColumn("cell", coalesce(col("own_site"), lit(CellKey.OTHER)));
        Dataset<Row> perPerson =
                named.groupBy("group", "cell", "person").agg(sum("minutes").as("minutes"));
        Dataset<Row> all = named.groupBy("group", "person")
                .agg(sum("minutes").as("minutes"))
                .withColumn("cell", lit(CellKey.ALL));
        Map<CellKey, CellSums> sums = new HashMap<>();
        for (Row row : topTwo(perPerson.unionByName(all)).collectAsList()) {
            sums.put(
                    new CellKey(row.getString(0), row.getString(1)),
                    new CellSums(row.getLong(2), row.getDouble(3), row.getDouble(4), row.getDouble(5)));
        }
        return sums;
    }

    @Override
    public Map<String, GroupSums> groups(Layout layout) {
        Map<String, Long> over = over(layout);
        Map<String, GroupSums> sums = new HashMap<>();
        for (Group group : layout.groups()) {
            Set<String> departments = Set.copyOf(group.departmentNames());
            Set<String> measured = group.departmentNames().stream()
                    .filter(department -> thresholds
                            .getOrDefault(department, Optional.empty())
                            .isPresent())
                    .collect(Collectors.toSet());
            sums.put(
                    group.name(),
                    new GroupSums(
                            scope.headcount(departments),
                            scope.personDays(departments),
                            scope.mostDays(departments),
                            over.getOrDefault(group.name(), 0L),
                            scope.headcount(measured)));
        }
        return sums;
    }

    /** People with a day, or with the week, above the threshold of the department in which they spent it. */
    private Map<String, Long> over(Layout layout) {
        Dataset<Row> limited = minutes.join(thresholds(), "department").join(groupTable(layout), "department");
        Column overDay = sum("minutes")
                .over(Window.partitionBy("person", "department", "day"))
                .gt(col("day_limit"));
        Column overWeek =
                sum("minutes").over(Window.partitionBy("person", "department")).gt(col("week_limit"));
        Map<String, Long> over = new HashMap<>();
        for (Row row : limited.withColumn("over", coalesce(overDay, overWeek))
                .filter(col("over"))
                .groupBy("group")
                .agg(count_distinct(col("person")))
                .collectAsList()) {
            over.put(row.getString(0), row.getLong(1));
        }
        return over;
    }

    private Dataset<Row> groupTable(Layout layout) {
        List<Row> rows = new ArrayList<>();
        for (Group group : layout.groups()) {
            group.departmentNames().forEach(department -> rows.add(RowFactory.create(department, group.name())));
        }
        return broadcast(spark.createDataFrame(rows, GROUPS));
    }

    private Dataset<Row> siteTable(Layout layout) {
        List<Row> rows = new ArrayList<>();
        layout.sites().forEach((group, sites) -> sites.forEach(site -> rows.add(RowFactory.create(group, site))));
        return broadcast(spark.createDataFrame(rows, SITES));
    }

    private Dataset<Row> thresholds() {
        List<Row> rows = new ArrayList<>();
        thresholds.forEach((department, threshold) -> threshold.ifPresent(limit -> rows.add(RowFactory.create(
                department,
                limit.per() == Per.DAY ? (double) limit.minutes() : null,
                limit.per() == Per.WEEK ? (double) limit.minutes() : null))));
        return broadcast(spark.createDataFrame(rows, THRESHOLDS));
    }

    private static Dataset<Row> topTwo(Dataset<Row> perPerson) {
        Column rank = row_number()
                .over(Window.partitionBy("group", "cell").orderBy(col("minutes").desc()));
        return perPerson
                .filter(col("minutes").gt(0))
                .withColumn("rank", rank)
                .groupBy("group", "cell")
                .agg(
                        count(lit(1)).as("people"),
                        sum("minutes").as("minutes"),
                        max(when(col("rank").equalTo(1), col("minutes"))).as("largest"),
                        coalesce(max(when(col("rank").equalTo(2), col("minutes"))), lit(0.0))
                                .as("second"));
    }
}
