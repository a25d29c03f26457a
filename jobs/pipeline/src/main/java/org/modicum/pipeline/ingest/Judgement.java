package org.modicum.pipeline.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.pseudonym.Pseudonym;

/**
 * From lines of the log to {@link Piece pieces}, partition by partition. By built-in expressions (a function for the
 * marks, explode, a join with the staff, an aggregation) the same took three times as long as reading the lines; see
 * docs/reference/benchmarks.md.
 */
final class Judgement {
    static final int OUTCOME = 0;

    static final int LINES = 1;
    static final int FILE = 2;
    static final int USER = 3;
    static final int MILLIS = 4;
    static final int ELAPSED = 5;
    static final int HOST = 6;
    static final int PATH = 7;
    static final int METHOD = 8;
    static final int STATUS = 9;
    static final int CONTENT_TYPE = 10;
    static final int BYTES = 11;
    static final int OFFSET = 12;
    static final int LENGTH = 13;
    static final int REASON = 14;

    /** Values of the column {@link #OUTCOME}; a malformed line has another. */
    static final int HIT = 0;

    static final int SKIPPED = 1;

    private Judgement() {}

    /**
     * What a line is judged by.
     *
     * @param key of this run alone, so that tokens of strangers can be counted and mean nothing afterwards
     */
    record Rules(Catalogue catalogue, UserNames names, Window window, byte[] key) implements Serializable {
        String token(String name) {
            return Pseudonym.of(key, name);
        }
    }

    /**
     * Goes below Dataset's API: there, each hit would become a Row with a string for each column, which costs more than
     * judging it.
     *
     * @param log rows of the data source {@code proxylog}
     * @param who the members of staff
     */
    static Dataset<Row> judge(SparkSession spark, Dataset<Row> log, Rules rules, Broadcast<Who> who) {
        FlatMapFunction<Iterator<InternalRow>, Row> fold = lines -> new LineFold(lines, rules, who.value());
        JavaRDD<InternalRow> lines = log.select(
                        when(col("outcome").equalTo("hit"), HIT)
                                .when(col("outcome").equalTo("skipped"), SKIPPED)
                                .otherwise(-1),
                        col("lines"),
                        col("file"),
                        col("user"),
                        expr("unix_millis(time)"),
                        col("elapsed_ms"),
                        col("host"),
                        col("path"),
                        col("method"),
                        col("status"),
                        col("content_type"),
                        col("bytes"),
                        col("offset"),
                        col("length"),
                        col("reason"))
                .queryExecution()
                .toRdd()
                .toJavaRDD();
        return spark.createDataFrame(lines.mapPartitions(fold), Piece.SCHEMA);
    }
}
