package org.modicum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What ten million more lines cost: {@code modicum ingest} beside DuckDB and beside Spark's own text reading, over the
 * same simulated log. Each way reads n lines and then 2n; the difference is what n lines cost without anybody's start.
 * {@code ingest} runs as its users run it, as a process of its own with 2 GB of heap and an empty home; the others run in
 * this one. DuckDB must find the same number of hits, and writes nearly the same table: per person, site and quarter-hour the slots that were covered and those
 * that tunnels were busy, hits and bytes; and counts the lines. It does not check lines, knows tunnels only, keeps no
 * ledger, makes no pseudonyms, and does not say what became of a line. Spark's text reading does not even look for slots.
 *
 * <p>{@code ./jobs/bench/run IngestBenchmark [LINES]}
 */
public final class IngestBenchmark {
    private static final int TURNS = 5;

    private IngestBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("modicum-bench");
        BenchSite site = BenchSite.prepare(folder, lines);
        try (DuckDb duck = new DuckDb(site);
                SparkText text = new SparkText(site)) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d and %,d lines, %,d bytes each, %d processors, ingest with %s of heap%n",
                    lines,
                    2 * lines,
                    Files.size(site.once()),
                    Runtime.getRuntime().availableProcessors(),
                    ModicumIngest.HEAP);
            Cost modicum = new Cost("modicum ingest");
            Cost duckDb = new Cost("DuckDB");
            Cost sparkText = new Cost("Spark text");
            // Builds what is stale and makes the archive of classes, once.
            ModicumIngest.run(site, 1);
            for (int turn = 0; turn < TURNS; turn++) {
                modicum.add(seconds(() -> ModicumIngest.run(site, 1)), seconds(() -> ModicumIngest.run(site, 2)));
                duckDb.add(seconds(() -> duck.run(site.once())), seconds(() -> duck.run(site.twice())));
            }
            if (duck.hits() != ModicumIngest.hits(site)) {
                throw new IllegalStateException(
                        "The two disagree: " + duck.hits() + " hits and " + ModicumIngest.hits(site));
            }
            sparkText.add(seconds(() -> text.run(site.once())), seconds(() -> text.run(site.twice())));
            List<Cost> costs = List.of(modicum, duckDb, sparkText);
            System.out.println(
                    "way              n lines    2n lines   n more lines   lines per second   beside modicum");
            costs.forEach(cost -> System.out.println(cost.line(lines, modicum)));
        } finally {
            if (arguments.length < 2) {
                BenchSite.remove(folder);
            }
        }
    }

    /** Work that takes its time. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds of one way, turn by turn; medians count. */
    private static final class Cost {
        private final String way;
        private final List<Double> once = new ArrayList<>();
        private final List<Double> twice = new ArrayList<>();

        Cost(String way) {
            this.way = way;
        }

        void add(double n, double more) {
            once.add(n);
            twice.add(more);
            System.out.printf(Locale.ROOT, "%s: %.1f s, %.1f s%n", way, n, more);
        }

        /** Turn by turn, since two runs one after the other meet the same machine. */
        double more() {
            return median(IntStream.range(0, once.size())
                    .mapToObj(turn -> twice.get(turn) - once.get(turn))
                    .toList());
        }

        String line(int lines, Cost beside) {
            return String.format(
                    Locale.ROOT,
                    "%-15s %7.1f s %9.1f s %12.1f s %18.0f %16.2f",
                    way,
                    median(once),
                    median(twice),
                    more(),
                    lines / more(),
                    more() / beside.more());
        }

        private static double median(List<Double> values) {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
        }
    }
}
