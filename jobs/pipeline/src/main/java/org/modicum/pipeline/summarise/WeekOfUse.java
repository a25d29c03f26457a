package org.modicum.pipeline.summarise;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_seconds;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.attention.ActiveMinutes;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.attention.DayMinutes;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.WorkingTime;
import org.modicum.policy.pseudonym.Pseudonym;

/** The minutes of one week, worked out from slots: per pseudonym, department, day and site. It stays inside Spark. */
final class WeekOfUse {
    private static final StructType DAYS = new StructType()
            .add("person", DataTypes.StringType)
            .add("department", DataTypes.StringType)
            .add("day", DataTypes.LongType)
            .add("from_s", DataTypes.LongType)
            .add("to_s", DataTypes.LongType)
            .add("work_related", DataTypes.createArrayType(DataTypes.StringType));

    private static final StructType SITE_MINUTES =
            new StructType().add("site", DataTypes.StringType).add("minutes", DataTypes.DoubleType);

    private final SparkSession spark;
    private final Map<String, WorkingTime> times;

    /** @param times when each department worked in that week */
    WeekOfUse(SparkSession spark, Map<String, WorkingTime> times) {
        this.spark = spark;
        this.times = new HashMap<>(times);
    }

    /** Columns person, department, day (epoch day), site, minutes; days without minutes have no rows. */
    Dataset<Row> minutes(IsoWeek week, Scope scope, byte[] weekKey, ZoneId zone) {
        Dataset<Row> activity = spark.table(Tables.ACTIVITY.sparkName())
                .filter(col("quarter")
                        .geq(timestamp_seconds(lit(start(week, zone))))
                        .and(col("quarter").lt(timestamp_seconds(lit(start(week.plusWeeks(1), zone))))))
                .groupBy("person", "site", "quarter")
                .agg(
                        bit_or(col("deliberate_slots")).as("deliberate"),
                        bit_or(col("any_slots")).as("any"))
                .withColumn("quarter", unix_seconds(col("quarter")));
        Dataset<Row> days = days(scope, weekKey);
        return activity.join(
                        broadcast(days),
                        activity.col("person")
                                .equalTo(days.col("person"))
                                .and(col("quarter").geq(col("from_s")))
                                .and(col("quarter").lt(col("to_s"))))
                .groupBy(days.col("person"), col("department"), col("day"))
                .agg(
                        collect_list(struct("site", "quarter", "deliberate", "any"))
                                .as("quarters"),
                        first("work_related").as("work_related"))
                .withColumn("use", explode(bySite()))
                .select(
                        col("person"),
                        col("department"),
                        col("day"),
                        col("use.site").as("site"),
                        col("use.minutes").as("minutes"));
    }

    private Column bySite() {
        Map<String, WorkingTime> own = times;
        UDF4<Long, String, scala.collection.Seq<Row>, scala.collection.Seq<String>, Row[]> function =
                (day, department, quarters, workRelated) -> rows(ActiveMinutes.of(
                        LocalDate.ofEpochDay(day), activities(quarters), own.get(department), set(workRelated)));
        return udf(function, DataTypes.createArrayType(SITE_MINUTES))
                .apply(col("day"), col("department"), col("quarters"), col("work_related"));
    }

    private static Row[] rows(DayMinutes minutes) {
        return minutes.bySite().entrySet().stream()
                .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
                .toArray(Row[]::new);
    }

    private static List<Activity> activities(scala.collection.Seq<Row> quarters) {
        List<Activity> activities = new ArrayList<>();
        for (int i = 0; i < quarters.size(); i++) {
            Row row = quarters.apply(i);
            activities.add(new Activity(row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3)));
        }
        return activities;
    }

    private static Set<String> set(scala.collection.Seq<String> values) {
        Set<String> set = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            set.add(values.apply(i));
        }
        return set;
    }

    private Dataset<Row> days(Scope scope, byte[] weekKey) {
        Map<String, String> pseudonyms = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Scope.PersonDay day : scope.days()) {
            String person = pseudonyms.computeIfAbsent(day.username(), name -> Pseudonym.of(weekKey, name));
            rows.add(RowFactory.create(
                    person,
                    day.department(),
                    day.day().toEpochDay(),
                    day.from(),
                    day.to(),
                    day.workRelatedSites().toArray(String[]::new)));
        }
        return spark.createDataFrame(rows, DAYS);
    }

    private static long start(IsoWeek week, ZoneId zone) {
        return week.monday().atStartOfDay(zone).toEpochSecond();
    }
}
