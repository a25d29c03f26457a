package org.modicum.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Reading a Squid log: the data source {@code proxylog} beside what a Spark user would write otherwise,
 * {@code read().text()} and {@code split}. Both count the hits on one site and sum their bytes, and must agree; the two
 * take turns, and what counts is the ratio of the medians.
 *
 * <p>{@code ./jobs/bench/run ReadingBenchmark [LINES]}
 */
public final class ReadingBenchmark {
    private static final int ROUNDS = 5;
    private static final String[] HOSTS = {
        "www.bbc.co.uk", "outlook.office365.com", "www.worcester.ac.uk", "cdn.jsdelivr.net", "teams.microsoft.com",
        "www.theguardian.com", "fonts.gstatic.com", "www.facebook.com", "www.amazon.co.uk", "login.microsoftonline.com"
    };

    private ReadingBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000_000;
        Path log = Files.createTempFile("modicum-bench", ".log");
        try (SparkSession spark = SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate()) {
            write(log, lines);
            String path = log.toString();
            long[] ours = new long[ROUNDS];
            long[] text = new long[ROUNDS];
            long expected = viaText(spark, path);
            for (int round = 0; round < ROUNDS; round++) {
                ours[round] = millis(expected, () -> viaProxylog(spark, path));
                text[round] = millis(expected, () -> viaText(spark, path));
            }
            print(lines, Files.size(log), ours, text);
        } finally {
            Files.delete(log);
        }
    }

    private static long viaProxylog(SparkSession spark, String path) {
        Dataset<Row> hits = spark.read()
                .format("proxylog")
                .option("dialect", "squid")
                .option("hosts", "facebook.com")
                .load(path)
                .filter("outcome = 'hit'");
        return hits.agg(functions.sum("bytes")).first().getLong(0);
    }

    private static long viaText(SparkSession spark, String path) {
        return spark.read()
                .text(path)
                .select(functions.split(functions.col("value"), " +").as("field"))
                .filter("field[6] rlike '^(https?://)?([^/:]*[.])?facebook[.]com([:/]|$)'")
                .agg(functions.sum(functions.expr("cast(field[4] as bigint)")))
                .first()
                .getLong(0);
    }

    private static long millis(long expected, LongSupplier work) {
        long start = System.nanoTime();
        long result = work.getAsLong();
        if (result != expected) {
            throw new IllegalStateException("The two ways disagree: " + result + " and " + expected);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void write(Path log, int lines) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            for (int i = 0; i < lines; i++) {
                String host = HOSTS[random.nextInt(HOSTS.length)];
                boolean tunnel = random.nextInt(10) < 7;
                out.write(String.format(
                        Locale.ROOT,
                        "%d.%03d %6d 10.%d.%d.%d %s %d %s user%d HIER_DIRECT/192.0.2.%d %s%n",
                        1_772_525_000L + i / 100,
                        random.nextInt(1000),
                        random.nextInt(100_000),
                        random.nextInt(4),
                        random.nextInt(256),
                        random.nextInt(256),
                        tunnel ? "TCP_TUNNEL/200" : "TCP_MISS/200",
                        random.nextInt(500_000),
                        tunnel ? "CONNECT " + host + ":443" : "GET http://" + host + "/some/page-" + i + ".html",
                        random.nextInt(5000),
                        random.nextInt(256),
                        tunnel ? "-" : "text/html"));
            }
        }
    }

    private static void print(int lines, long bytes, long[] ours, long[] text) {
        Arrays.sort(ours);
        Arrays.sort(text);
        long our = ours[ROUNDS / 2];
        long other = text[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "%,d lines, %,d bytes, %d processors, %d rounds each, milliseconds (min median max)%n",
                lines,
                bytes,
                Runtime.getRuntime().availableProcessors(),
                ROUNDS);
        System.out.printf(Locale.ROOT, "proxylog          %6d %6d %6d%n", ours[0], our, ours[ROUNDS - 1]);
        System.out.printf(Locale.ROOT, "text and split    %6d %6d %6d%n", text[0], other, text[ROUNDS - 1]);
        System.out.printf(Locale.ROOT, "ratio of medians  %.1f%n", (double) other / our);
    }
}
