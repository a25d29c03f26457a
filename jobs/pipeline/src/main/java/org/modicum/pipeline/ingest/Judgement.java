package org.modicum.pipeline.ingest;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode_outer;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF8;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.policy.attention.Attention;
import org.modicum.policy.attention.Hit;
import org.modicum.policy.attention.Marks;
import org.modicum.policy.catalogue.Catalogue;

/**
 * From rows of the log to pieces of activity and counts. The user name ends here: it is joined with the broadcast
 * pseudonyms before the first shuffle, and no later column knows it.
 */
final class Judgement {
    private static final StructType MARK = new StructType()
            .add("site", DataTypes.StringType)
            .add("quarter", DataTypes.LongType)
            .add("deliberate", DataTypes.LongType)
            .add("any", DataTypes.LongType);

    private final Catalogue catalogue;
    private final UserNames names;

    Judgement(Catalogue catalogue, UserNames names) {
        this.catalogue = catalogue;
        this.names = names;
    }

    /**
     * Rows of the log (see the data source {@code proxylog}) with one row for every quarter-hour a hit touches; columns
     * fate, lines, bytes, file, offset, length, reason, user, site, quarter, deliberate, any, person, first.
     *
     * @param who broadcast: user, person, from_s, to_s
     */
    Dataset<Row> judge(Dataset<Row> log, Window window, Dataset<Row> who) {
        Dataset<Row> marked = log.select(
                col("outcome"),
                col("lines"),
                col("bytes"),
                col("file"),
                col("offset"),
                col("length"),
                col("reason"),
                col("user"),
                posexplode_outer(when(col("outcome").equalTo("hit"), marks())).as(new String[] {"position", "mark"}));
        Dataset<Row> spread = marked.select(
                col("outcome"),
                col("lines"),
                col("bytes"),
                col("file"),
                col("offset"),
                col("length"),
                col("reason"),
                when(col("mark").isNotNull().and(col("user").isNotNull()), canonical(col("user")))
                        .as("user"),
                col("mark.site").as("site"),
                col("mark.quarter").as("quarter"),
                col("mark.deliberate").as("deliberate"),
                col("mark.any").as("any"),
                coalesce(col("position"), lit(0)).equalTo(0).as("first"));
        Column member = col("user")
                .equalTo(col("who_user"))
                .and(col("quarter").geq(col("from_s")))
                .and(col("quarter").lt(col("to_s")));
        return spread.join(broadcast(who), member, "left").withColumn("fate", fate(window));
    }

    /** The pieces: one row per (file, fate) and, where counted, per person, site and quarter; malformed lines one by one. */
    Dataset<Row> pieces(Dataset<Row> judged, Observation unknown) {
        Column counted = col("fate").equalTo(Fate.COUNTED.key());
        Column malformed = col("fate").equalTo(Fate.MALFORMED.key());
        return judged.observe(
                        unknown,
                        approx_count_distinct(when(col("fate").equalTo(Fate.UNKNOWN_USER.key()), col("user")))
                                .as("people"))
                .groupBy(
                        col("file"),
                        col("fate"),
                        when(counted, col("person")).as("person"),
                        when(counted, col("site")).as("site"),
                        when(counted, col("quarter")).as("quarter"),
                        when(malformed, col("offset")).as("line_offset"),
                        when(malformed, col("length")).as("length"),
                        when(malformed, col("reason")).as("reason"))
                .agg(
                        bit_or(when(counted, col("deliberate"))).as("deliberate_slots"),
                        bit_or(when(counted, col("any"))).as("any_slots"),
                        sum(when(col("first"), col("lines")).otherwise(0L)).as("lines"),
                        coalesce(sum(when(col("first").and(counted), col("bytes"))), lit(0L))
                                .as("bytes"));
    }

    private static Column fate(Window window) {
        return when(col("outcome").equalTo("malformed"), lit(Fate.MALFORMED.key()))
                .when(col("outcome").equalTo("skipped"), lit(Fate.OTHER_HOST.key()))
                .when(col("site").isNull(), lit(Fate.NOBODYS_USE.key()))
                .when(col("user").isNull(), lit(Fate.UNATTRIBUTED.key()))
                .otherwise(coalesce(
                        window.refusal(col("quarter")),
                        when(col("person").isNull(), lit(Fate.UNKNOWN_USER.key())),
                        lit(Fate.COUNTED.key())));
    }

    private Column marks() {
        Catalogue sites = catalogue;
        UDF8<Long, Long, String, String, String, Integer, String, Long, Row[]> function =
                (end, elapsed, host, path, method, status, contentType, bytes) -> rows(
                        Attention.marks(sites, new Hit(end, elapsed, host, path, method, status, contentType, bytes)));
        return udf(function, DataTypes.createArrayType(MARK))
                .apply(
                        expr("unix_millis(time)"),
                        col("elapsed_ms"),
                        col("host"),
                        col("path"),
                        col("method"),
                        col("status"),
                        col("content_type"),
                        col("bytes"));
    }

    private static Row[] rows(List<Marks> marks) {
        return marks.stream()
                .map(mark -> RowFactory.create(mark.site(), mark.quarter(), mark.deliberate(), mark.any()))
                .toArray(Row[]::new);
    }

    private Column canonical(Column user) {
        UserNames canonical = names;
        UDF1<String, String> function = canonical::canonical;
        return udf(function, DataTypes.StringType).apply(user);
    }
}
