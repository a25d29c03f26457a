package org.modicum.pipeline.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.run.RunReport;

/**
 * What was read: persisted rows of {@link Piece}, and the lines by file and fate.
 *
 * @param sent what the rows are computed from, should an executor and its rows be lost
 * @param unknownPeople how many people were not in the directory
 */
record Pieces(Dataset<Row> rows, Map<String, Map<String, Long>> outcomes, long unknownPeople, List<Broadcast<?>> sent)
        implements AutoCloseable {
    private static final int SHOWN_MALFORMED = 5;

    static Pieces of(Dataset<Row> rows, List<Broadcast<?>> sent) {
        Map<String, Map<String, Long>> byFile = new HashMap<>();
        for (Row row : rows.filter(functions.col("fate").isNotNull())
                .groupBy("file", "fate")
                .agg(functions.sum("lines"))
                .collectAsList()) {
            byFile.computeIfAbsent(row.getString(0), file -> new HashMap<>()).put(row.getString(1), row.getLong(2));
        }
        long strangers = rows.filter(functions.col("stranger").isNotNull())
                .select("stranger")
                .distinct()
                .count();
        return new Pieces(rows, byFile, strangers, sent);
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
            String places = rows
                    .filter(functions.col("reason").isNotNull())
                    .orderBy("file", "line_offset")
                    .limit(SHOWN_MALFORMED)
                    .collectAsList()
                    .stream()
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
        rows.unpersist();
        sent.forEach(Broadcast::destroy);
    }
}
