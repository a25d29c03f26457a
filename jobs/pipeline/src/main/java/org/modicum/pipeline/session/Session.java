package org.modicum.pipeline.session;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;

/**
 * The Spark session of one command, started when the first step asks for it and not before: a night with nothing new
 * does without.
 */
public final class Session implements Supplier<SparkSession>, AutoCloseable {
    private final Settings settings;
    private final Store store;
    private final Home home;
    private SparkSession spark;

    public Session(Settings settings, Store store, Home home) {
        this.settings = settings;
        this.store = store;
        this.home = home;
    }

    @Override
    public SparkSession get() {
        if (spark == null) {
            SparkSession.Builder builder = SparkSession.builder().appName("modicum");
            configuration().forEach(builder::config);
            spark = builder.getOrCreate();
        }
        return spark;
    }

    @Override
    public void close() {
        if (spark != null) {
            spark.stop();
        }
    }

    private Map<String, String> configuration() {
        Map<String, String> all = new TreeMap<>(defaults());
        all.putAll(store.sparkSettings());
        all.putAll(settings.spark());
        String submitted = System.getProperty("spark.master");
        if (submitted != null) {
            // spark-submit has decided where to run.
            all.put("spark.master", submitted);
        } else if (all.getOrDefault("spark.master", "").startsWith("local")) {
            all.put("spark.driver.host", "127.0.0.1");
            all.put("spark.driver.bindAddress", "127.0.0.1");
            all.putIfAbsent(
                    "spark.sql.shuffle.partitions",
                    Integer.toString(Math.max(2, Runtime.getRuntime().availableProcessors())));
        }
        return all;
    }

    /** What is no setting of a site's: where temporary files go, and the zone in which Spark reads times. */
    private Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        defaults.put("spark.ui.showConsoleProgress", Boolean.toString(isTerminal()));
        defaults.put(
                "spark.local.dir",
                home.create(home.temporary()).resolve("spark").toString());
        defaults.put(
                "spark.sql.warehouse.dir",
                home.temporary().resolve("spark-warehouse").toUri().toString());
        // What is kept between two steps of a job is read once or twice: packing it costs more than it saves.
        defaults.put("spark.sql.inMemoryColumnarStorage.compressed", "false");
        defaults.put("spark.sql.session.timeZone", "UTC");
        defaults.put("spark.sql.artifact.isolation.enabled", "false");
        return defaults;
    }

    @SuppressWarnings("SystemConsoleNull") // on JDK 22 and later a console may be no terminal; TERM then tells
    private static boolean isTerminal() {
        return System.console() != null && System.getenv("TERM") != null;
    }
}
