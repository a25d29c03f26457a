package org.modicum.pipeline.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.keys.KeyFolder;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.Source;
import org.modicum.pipeline.store.HeldWeeks;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.protocol.IsoWeek;

/** Reads what is new in the logs of every source, once, and keeps slots of activity under pseudonyms; nothing else. */
public final class IngestJob {
    private static final int SHOWN_MALFORMED = 5;

    private final Settings settings;
    private final Home home;
    private final Store store;
    private final Supplier<SparkSession> spark;
    private final KeyFolder keys;

    public IngestJob(Settings settings, Home home, Store store, Supplier<SparkSession> spark) {
        this.settings = settings;
        this.home = home;
        this.store = store;
        this.spark = spark;
        this.keys = new KeyFolder(settings.keys());
    }

    /**
     * Reads and stores what is new.
     *
     * @param released weeks that take no more activity
     */
    public void run(Instant asOf, Set<IsoWeek> released, RunReport report) {
        Sanctions.check(settings.sources(), asOf, settings.zone());
        Recovery.repair(store, home.state()).ifPresent(report::tell);
        List<Reading> readings = report.step("find new lines", () -> plan(report));
        if (readings.stream().anyMatch(Reading::hasNews)) {
            Dataset<Row> pieces = report.step("read", () -> read(asOf, released, readings, report));
            try {
                Map<String, Map<String, Long>> outcomes = outcomes(pieces, report);
                refuseIfTooManyMalformed(outcomes, pieces);
                report.step("store", () -> commit(new Journal(report.run(), asOf, readings, outcomes), pieces));
            } finally {
                pieces.unpersist();
            }
        } else if (!readings.isEmpty()) {
            new Ledger(store).append(report.run(), asOf, readings, Map.of());
        }
    }

    private List<Reading> plan(RunReport report) {
        refuseIfNoInput();
        Fingerprint fingerprint = new Fingerprint(keys.ofFingerprints());
        Ledger ledger = new Ledger(store);
        List<Reading> readings = new ArrayList<>();
        for (Source source : settings.sources()) {
            Ledger.Contents contents = ledger.contents(source.name());
            LogFiles files = new LogFiles(source, settings.ingest().settle(), fingerprint);
            readings.addAll(new Plan(source.name(), contents.known()).readings(files.candidates(contents, report)));
        }
        List<Reading> news = readings.stream().filter(Reading::hasNews).toList();
        if (!news.isEmpty()) {
            report.count("files with new lines", news.size());
            report.count(
                    "bytes to read (unpacked)",
                    news.stream()
                            .mapToLong(reading -> reading.to() - reading.from())
                            .sum());
        }
        readings.stream()
                .filter(Reading::damaged)
                .forEach(
                        reading -> report.warn(
                                "The compressed file "
                                        + reading.file() + " is truncated or corrupt after byte " + reading.to()
                                        + " of its content. The lines before were read; put the whole file there and the rest will be."));
        return readings;
    }

    private void refuseIfNoInput() {
        if (settings.sources().stream().allMatch(LogFiles::isEmpty)) {
            throw new ExitException(
                    ExitCode.NO_INPUT,
                    "No log file was found:\n  "
                            + settings.sources().stream()
                                    .map(source -> "source " + source.name() + ": no file matches " + source.path())
                                    .collect(Collectors.joining("\n  "))
                            + "\nCheck the paths in modicum.conf, and that this user may read them.");
        }
    }

    private Dataset<Row> read(Instant asOf, Set<IsoWeek> released, List<Reading> readings, RunReport report) {
        Staff staff = StaffDirectory.read(settings.directory());
        Judgement judgement = new Judgement(settings.catalogue(), UserNames.of(settings.directory()));
        Dataset<Row> judged = null;
        for (Source source : settings.sources()) {
            List<Reading> own = readings.stream()
                    .filter(reading -> reading.source().equals(source.name()) && reading.hasNews())
                    .toList();
            if (!own.isEmpty()) {
                Window window =
                        Window.at(asOf, settings.ingest().maxAge(), source.sanction(), released, settings.zone());
                Dataset<Row> who = new Pseudonyms(keys, settings.zone())
                        .table(spark.get(), staff.members(), window.open(), HeldWeeks.of(store));
                Dataset<Row> one = judgement.judge(log(source, own), window, who);
                judged = judged == null ? one : judged.unionByName(one);
            }
        }
        Observation unknown = new Observation("unknown");
        Dataset<Row> pieces = judgement.pieces(judged, unknown).persist(StorageLevel.MEMORY_AND_DISK());
        pieces.count();
        long people = people(unknown);
        if (people > 0) {
            report.count("people who are not in the directory (about)", people);
        }
        return pieces;
    }

    private static long people(Observation unknown) {
        try {
            return ((Number) unknown.getAsJava().get("people")).longValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading", e);
        }
    }

    private Dataset<Row> log(Source source, List<Reading> readings) {
        return spark.get()
                .read()
                .format("proxylog")
                .option("dialect", source.format())
                .option("hosts", String.join("\n", settings.catalogue().domains()))
                .option(
                        "ranges",
                        readings.stream()
                                .map(reading -> reading.from() + " " + reading.to() + " " + reading.file())
                                .collect(Collectors.joining("\n")))
                .load(readings.stream().map(Reading::file).toArray(String[]::new));
    }

    private static Map<String, Map<String, Long>> outcomes(Dataset<Row> pieces, RunReport report) {
        Map<String, Map<String, Long>> byFile = new HashMap<>();
        List<Row> sums =
                pieces.groupBy("file", "fate").agg(functions.sum("lines")).collectAsList();
        for (Row row : sums) {
            byFile.computeIfAbsent(row.getString(0), file -> new HashMap<>()).put(row.getString(1), row.getLong(2));
        }
        long all = 0;
        Map<String, Long> totals = new HashMap<>();
        for (Map<String, Long> counts : byFile.values()) {
            counts.forEach((fate, lines) -> totals.merge(fate, lines, Long::sum));
        }
        for (long lines : totals.values()) {
            all += lines;
        }
        report.count("lines read", all);
        for (Fate fate : Fate.values()) {
            if (totals.getOrDefault(fate.key(), 0L) > 0) {
                report.count(fate.meaning(), totals.get(fate.key()));
            }
        }
        report.tell("Read " + all + " new lines from " + byFile.size() + (byFile.size() == 1 ? " file." : " files."));
        return byFile;
    }

    private void refuseIfTooManyMalformed(Map<String, Map<String, Long>> outcomes, Dataset<Row> pieces) {
        long all = outcomes.values().stream()
                .flatMap(counts -> counts.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        long malformed = outcomes.values().stream()
                .mapToLong(counts -> counts.getOrDefault(Fate.MALFORMED.key(), 0L))
                .sum();
        double most = settings.ingest().maxMalformedShare();
        if (malformed > most * all) {
            String places = pieces
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
                    malformed + " of " + all + " lines are malformed, more than ingest.max-malformed-share = " + most
                            + " allows. Nothing was stored. The first of them:\n" + places
                            + "\nIs the source's format right? `modicum doctor` tells which one fits.");
        }
    }

    private void commit(Journal journal, Dataset<Row> pieces) {
        journal.write(home.state());
        Dataset<Row> malformed = pieces.filter(functions.col("reason").isNotNull())
                .select(
                        functions.lit(journal.run()).as("run"),
                        functions.col("file"),
                        functions.col("line_offset"),
                        functions.col("length"),
                        functions.col("reason"));
        append(malformed, Tables.MALFORMED_LINE, journal.run());
        Dataset<Row> activity = pieces.filter(functions.col("person").isNotNull())
                .groupBy("person", "site", "quarter")
                .agg(
                        functions.bit_or(functions.col("deliberate_slots")).as("deliberate_slots"),
                        functions.bit_or(functions.col("any_slots")).as("any_slots"),
                        functions.sum("lines").as("hits"),
                        functions.sum("bytes").as("bytes"))
                .withColumn("quarter", functions.timestamp_seconds(functions.col("quarter")));
        append(activity, Tables.ACTIVITY, journal.run());
        new Ledger(store)
                .append(
                        journal.run(),
                        journal.readAt(),
                        journal.readings().stream()
                                .sorted(Comparator.comparing(Reading::file))
                                .toList(),
                        journal.outcomes());
        Journal.remove(home.state());
    }

    private static void append(Dataset<Row> rows, Tables table, String run) {
        try {
            rows.writeTo(table.sparkName())
                    .option("snapshot-property." + Store.RUN, run)
                    .append();
        } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
            throw new IllegalStateException("The table " + table.sparkName() + " is gone", e);
        }
    }
}
