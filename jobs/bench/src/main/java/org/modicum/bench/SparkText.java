package org.modicum.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The same question as a Spark user would ask it: {@code read().text()}, {@code split}, a regular expression, a join. */
final class SparkText implements AutoCloseable {
    private final BenchSite site;
    private final String regex;
    private final SparkSession spark;

    SparkText(BenchSite site) throws IOException {
        this.site = site;
        this.regex = CataloguePlaces.regex(site);
        this.spark = SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.local.dir", site.folder().resolve("spark").toString())
                .getOrCreate();
    }

    void run(Path log) {
        Dataset<Row> staff = spark.read()
                .option("header", "true")
                .csv(site.staff().toString())
                .select(functions.expr("lower(username)").as("name"))
                .distinct();
        spark.read()
                .text(log.toString())
                .select(functions.split(functions.col("value"), " +").as("field"))
                .select(
                        functions
                                .expr("cast(cast(field[0] as double) as bigint) div 900")
                                .as("quarter"),
                        functions.expr("cast(field[4] as bigint)").as("bytes"),
                        functions.expr("field[7]").as("logged"),
                        functions
                                .regexp_extract(functions.col("field").getItem(6), regex, 1)
                                .as("site"))
                .filter("site <> '' and logged <> '-'")
                .withColumn("name", functions.expr("""
                        regexp_replace(regexp_replace(lower(logged), '^.*(\\\\\\\\|%5c)', ''), '@.*$', '')"""))
                .join(functions.broadcast(staff), "name")
                .groupBy("name", "site", "quarter")
                .agg(functions.count(functions.lit(1)), functions.sum("bytes").as("bytes"))
                .toDF("name", "site", "quarter", "hits", "bytes")
                .write()
                .mode("overwrite")
                .parquet(site.folder().resolve("spark.parquet").toString());
    }

    @Override
    public void close() {
        spark.stop();
    }
}
