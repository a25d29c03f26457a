package org.modicum.pipeline.ingest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.run.RunReport;
import scala.Tuple2;

/**
 * What was read: persisted {@link Piece pieces} of each source, and the lines by file and fate.
 *
 * @param sums how many sums of activity the pieces hold
 * @param unknownPeople how many people were not in the directory
 */
record Pieces(
        SparkSession spark, List<Judged> judged, Map<String, Map<String, Long>> outcomes, long sums, long unknownPeople)
        implements AutoCloseable {
    private static final int SHOWN_MALFORMED = 5;

    /** A task that writes fewer sums than this is not worth its start. */
    private static final long SUMS_A_TASK = 100_000;

    private static final StructType MALFORMED = new StructType()
            .add("file", DataTypes.StringType, false)
            .add("line_offset", DataTypes.LongType, false)
            .add("length", DataTypes.IntegerType, false)
            .add("reason", DataTypes.StringType, false);

    static Pieces of(SparkSession spark, List<Judged> judged) {
        JavaRDD<Piece> pieces = union(judged, Judged::pieces);
        JavaRDD<Piece.Tally> tallies = only(pieces, Piece.Tally.class);
        Map<String, Map<String, Long>> outcomes = new HashMap<>();
        JavaPairRDD.fromJavaRDD(tallies.flatMap(tally -> fates(tally)))
                .reduceByKey(Pieces::sum)
                .collect()
                .forEach(file -> outcomes.put(file._1(), named(file._2())));
        long sums = only(pieces, Piece.Activity.class)
                .map(activity -> (long) activity.sums().size())
                .fold(0L, Long::sum);
        long strangers = tallies.flatMap(tally -> tally.strangers().iterator())
                .distinct()
                .count();
        return new Pieces(spark, judged, outcomes, sums, strangers);
    }

    /** Rows of the activity table, in so many partitions that each is worth its files. */
    Dataset<Row> activity() {
        JavaRDD<InternalRow> rows = union(judged, Judged::activity);
        long worth = sums / SUMS_A_TASK + 1;
        int tasks = (int) Math.min(worth, spark.sparkContext().defaultParallelism());
        return ((org.apache.spark.sql.classic.SparkSession) spark)
                .internalCreateDataFrame(rows.coalesce(tasks).rdd(), ActivityRows.SCHEMA, false);
    }

    /** Where the malformed lines are, and why. */
    Dataset<Row> malformed() {
        JavaRDD<Row> rows = only(union(judged, Judged::pieces), Piece.Malformed.class)
                .map(line -> RowFactory.create(line.file(), line.offset(), line.length(), line.reason()));
        return spark.createDataFrame(rows, MALFORMED);
    }

    long lines() {
        return outcomes.values().stream()
                .flatMap(counts -> counts.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    long lines(Fate fate) {
        return outcomes.values().stream()
                .mapToLong(counts -> counts.getOrDefault(fate.key(), 0L))
                .sum();
    }

    void tell(RunReport report) {
        report.count("lines read", lines());
        report.processed("read", lines(), "lines");
        for (Fate fate : Fate.values()) {
            if (lines(fate) > 0) {
                report.count(fate.meaning(), lines(fate));
            }
        }
        if (unknownPeople > 0) {
            report.count("people who are not in the directory", unknownPeople);
        }
        report.tell("Read " + lines() + " new lines from " + outcomes.size()
                + (outcomes.size() == 1 ? " file." : " files."));
    }

    /** Ends the run with {@link ExitCode#TOO_MANY_MALFORMED} when more than a share of the lines are malformed. */
    void refuseIfTooManyMalformed(double most) {
        if (lines(Fate.MALFORMED) > most * lines()) {
            String places = malformed().orderBy("file", "line_offset").limit(SHOWN_MALFORMED).collectAsList().stream()
                    .map(row -> "  " + row.getAs("file") + " at byte " + row.getAs("line_offset") + ": "
                            + row.getAs("reason"))
                    .collect(Collectors.joining("\n"));
            throw new ExitException(
                    ExitCode.TOO_MANY_MALFORMED,
                    lines(Fate.MALFORMED) + " of " + lines()
                            + " lines are malformed, more than ingest.max-malformed-share = " + most
                            + " allows. Nothing was stored. The first of them:\n" + places
                            + "\nIs the source's format right? It is written in the source's `format`.");
        }
    }

    @Override
    public void close() {
        judged.forEach(Judged::close);
    }

    private static <T> JavaRDD<T> union(List<Judged> judged, Function<Judged, JavaRDD<T>> part) {
        return judged.stream().map(part).reduce(JavaRDD::union).orElseThrow();
    }

    private static <T extends Piece> JavaRDD<T> only(JavaRDD<Piece> pieces, Class<T> kind) {
        return pieces.filter(kind::isInstance).map(kind::cast);
    }

    private static Iterator<Tuple2<String, long[]>> fates(Piece.Tally tally) {
        return tally.fates().entrySet().stream()
                .map(file -> new Tuple2<>(file.getKey(), file.getValue()))
                .iterator();
    }

    private static long[] sum(long[] one, long[] other) {
        long[] sum = one.clone();
        Arrays.setAll(sum, fate -> sum[fate] + other[fate]);
        return sum;
    }

    private static Map<String, Long> named(long[] fates) {
        return Arrays.stream(Fate.values())
                .filter(fate -> fates[fate.ordinal()] > 0)
                .collect(Collectors.toMap(Fate::key, fate -> fates[fate.ordinal()]));
    }
}
