package org.modicum.pipeline.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.pseudonym.Pseudonym;

/**
 * From lines of the log to {@link Piece pieces}, partition by partition. By built-in expressions (a function for the
 * marks, explode, a join with the staff, an aggregation) the same took three times as long as reading the lines; see
 * docs/reference/benchmarks.md.
 */
final class Judgement {
    /** What is read of a line, in the order of the data source. */
    private static final List<String> COLUMNS = List.of(
            "outcome",
            "lines",
            "time",
            "elapsed_ms",
            "status",
            "bytes",
            "method",
            "host",
            "path",
            "user",
            "content_type",
            "file",
            "offset",
            "length",
            "reason");

    static final int OUTCOME = 0;
    static final int LINES = 1;
    /** Microseconds since the epoch. */
    static final int TIME = 2;

    static final int ELAPSED = 3;
    static final int STATUS = 4;
    static final int BYTES = 5;
    static final int METHOD = 6;
    static final int HOST = 7;
    static final int PATH = 8;
    static final int USER = 9;
    static final int CONTENT_TYPE = 10;
    static final int FILE = 11;
    static final int OFFSET = 12;
    static final int LENGTH = 13;
    static final int REASON = 14;

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
     * Goes below Dataset's API, to the batches of columns of the data source: above it, each hit would be copied into a
     * row, and into another one with a string for each column, which costs more than judging it.
     *
     * @param log the data source {@code proxylog}
     * @param who the members of staff
     */
    static JavaRDD<Piece> judge(Dataset<Row> log, Rules rules, Broadcast<Who> who) {
        FlatMapFunction<Iterator<ColumnarBatch>, Piece> fold =
                batches -> new LineFold(new BatchRows(batches), rules, who.value());
        SparkPlan scan = log.select(COLUMNS.stream().map(functions::col).toArray(Column[]::new))
                .queryExecution()
                .executedPlan()
                .collectLeaves()
                .head();
        List<String> columns = Arrays.asList(scan.schema().fieldNames());
        if (!columns.equals(COLUMNS)) {
            throw new IllegalStateException("The data source gives " + columns + " instead of " + COLUMNS);
        }
        return scan.executeColumnar().toJavaRDD().mapPartitions(fold);
    }
}
