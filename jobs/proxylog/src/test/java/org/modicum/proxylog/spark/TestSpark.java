package org.modicum.proxylog.spark;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One Spark session for all tests of the module. */
final class TestSpark {
    /** {@code samples/squid/access.log}: 25 lines, of which 22 are hits. */
    static final Path SAMPLE =
            Path.of("../../samples/squid/access.log").toAbsolutePath().normalize();

    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("proxylog-test")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.session.timeZone", "UTC")
            .config(
                    "spark.sql.warehouse.dir",
                    Path.of("target/warehouse").toUri().toString())
            .getOrCreate();

    private TestSpark() {}

    static SparkSession session() {
        return SESSION;
    }

    static DataFrameReader squid() {
        return SESSION.read().format("proxylog").option("dialect", "squid");
    }

    static long lines(DataFrameReader reader, String... paths) {
        return reader.load(paths).selectExpr("coalesce(sum(lines), 0)").head().getLong(0);
    }

    /** The rows in the order of the file; every column of each but for the splits' own {@code skipped} rows. */
    static List<Row> rows(DataFrameReader reader, String... paths) {
        return reader.load(paths).orderBy("file", "offset", "outcome").collectAsList();
    }
}
