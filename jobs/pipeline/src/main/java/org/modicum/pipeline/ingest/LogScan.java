package org.modicum.pipeline.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.pipeline.keys.KeyFolder;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.Source;
import org.modicum.pipeline.store.HeldWeeks;
import org.modicum.pipeline.store.Store;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.pseudonym.WeekKey;

/** Reads pieces of logs with Spark and judges every line. */
final class LogScan {
    private final Settings settings;
    private final Store store;
    private final SparkSession spark;
    private final KeyFolder keys;

    LogScan(Settings settings, Store store, SparkSession spark, KeyFolder keys) {
        this.settings = settings;
        this.store = store;
        this.spark = spark;
        this.keys = keys;
    }

    Pieces read(List<Reading> readings, Instant asOf, Closed closed) {
        Staff staff = StaffDirectory.read(settings.directory());
        Set<IsoWeek> held = HeldWeeks.of(store);
        byte[] run = WeekKey.generate().bytes();
        List<Judged> judged = new ArrayList<>();
        for (Source source : settings.sources()) {
            List<Reading> own = readings.stream()
                    .filter(reading -> reading.source().equals(source.name()) && reading.hasNews())
                    .toList();
            if (!own.isEmpty()) {
                Window window = Window.at(asOf, settings.ingest().maxAge(), source.sanction(), closed, settings.zone());
                Broadcast<Who> who = JavaSparkContext.fromSparkContext(spark.sparkContext())
                        .broadcast(new Pseudonyms(keys, settings.zone()).of(staff.members(), window.open(), held));
                Judgement.Rules rules =
                        new Judgement.Rules(settings.catalogue(), UserNames.of(settings.directory()), window, run);
                judged.add(new Judged(
                        Judgement.judge(log(source, own), rules, who).persist(StorageLevel.MEMORY_AND_DISK()),
                        who,
                        settings.catalogue().sites()));
            }
        }
        return Pieces.of(spark, judged);
    }

    private Dataset<Row> log(Source source, List<Reading> readings) {
        return spark.read()
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
}
