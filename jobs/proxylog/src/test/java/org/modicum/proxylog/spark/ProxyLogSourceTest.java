package org.modicum.proxylog.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modicum.proxylog.spark.TestSpark.SAMPLE;
import static org.modicum.proxylog.spark.TestSpark.lines;
import static org.modicum.proxylog.spark.TestSpark.rows;
import static org.modicum.proxylog.spark.TestSpark.session;
import static org.modicum.proxylog.spark.TestSpark.squid;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyLogSourceTest {
    private static final String LOG = SAMPLE.toString();

    @Test
    void hasTheColumnsOfTheContract() {
        assertThat(squid().load(LOG).schema().treeString().lines())
                .containsExactly(
                        "root",
                        " |-- outcome: string (nullable = false)",
                        " |-- lines: long (nullable = false)",
                        " |-- time: timestamp (nullable = true)",
                        " |-- elapsed_ms: long (nullable = true)",
                        " |-- client: string (nullable = true)",
                        " |-- result: string (nullable = true)",
                        " |-- status: integer (nullable = true)",
                        " |-- bytes: long (nullable = true)",
                        " |-- method: string (nullable = true)",
                        " |-- host: string (nullable = true)",
                        " |-- port: integer (nullable = true)",
                        " |-- path: string (nullable = true)",
                        " |-- user: string (nullable = true)",
                        " |-- hierarchy: string (nullable = true)",
                        " |-- content_type: string (nullable = true)",
                        " |-- file: string (nullable = true)",
                        " |-- offset: long (nullable = true)",
                        " |-- length: integer (nullable = true)",
                        " |-- reason: string (nullable = true)");
    }

    @Test
    void readsTheSample() {
        List<Row> rows = rows(squid(), LOG);

        assertThat(rows.get(1).mkString("|"))
                .isEqualTo("hit|1|" + Timestamp.from(Instant.ofEpochMilli(1767603695411L))
                        + "|95304|192.0.2.11|TCP_TUNNEL|200|486120|CONNECT|www.facebook.com|443|null|bob"
                        + "|HIER_DIRECT/198.51.100.35|null|" + LOG + "|106|115|null");
        assertThat(rows)
                .extracting(row -> row.getString(0))
                .filteredOn("hit"::equals)
                .hasSize(22);
        assertThat(rows)
                .extracting(row -> row.getString(18))
                .filteredOn(reason -> reason != null)
                .containsExactly("empty_line", "too_few_columns", "bad_time");
        assertThat(rows)
                .extracting(row -> row.getString(12))
                .contains(
                        "campus\\carol",
                        "dave smith",
                        "erin@worc.example",
                        "zoë",
                        "ivan HIER_DIRECT/192.0.2.99 text/html");
    }

    @ParameterizedTest
    @ValueSource(ints = {37, 100, 128, 1000, 100_000})
    void anySplitSizeGivesTheSameRows(int splitBytes) {
        assertThat(rows(squid().option("splitBytes", splitBytes), LOG)).isEqualTo(rows(squid(), LOG));
    }

    @Test
    void otherHostsAreCountedOncePerSplit() {
        List<Row> rows = rows(squid().option("hosts", "facebook.com\n whatsapp.com"), LOG);

        assertThat(rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getString(0), Collectors.summingLong(row -> row.getLong(1)))))
                .isEqualTo(Map.of("hit", 3L, "malformed", 3L, "skipped", 19L));
        assertThat(rows).filteredOn(row -> row.getString(0).equals("skipped")).hasSize(1);
        assertThat(lines(squid().option("hosts", "facebook.com").option("splitBytes", 500), LOG))
                .isEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource({"user", "time", "status", "file", "reason", "lines", "'length,outcome'", "'content_type,bytes,host'"})
    void prunedColumnsAreTheSame(String columns) {
        String[] names = columns.split(",");
        Dataset<Row> all = squid().load(LOG);

        assertThat(all.selectExpr(names).collectAsList())
                .isEqualTo(all.collectAsList().stream()
                        .map(row -> project(row, names))
                        .toList());
        assertThat(scan(all.selectExpr(names)).scan().readSchema().fieldNames()).containsExactlyInAnyOrder(names);
    }

    @Test
    void countingNeedsNoColumns() {
        Dataset<Row> counted = squid().load(LOG).groupBy().count();

        assertThat(counted.head().getLong(0)).isEqualTo(25);
        assertThat(scan(counted).scan().readSchema().fieldNames()).isEmpty();
    }

    @Test
    void sqlCanReadIt() {
        session()
                .sql("CREATE OR REPLACE TEMPORARY VIEW hits USING proxylog OPTIONS (dialect 'squid', path '" + LOG
                        + "')");

        assertThat(session()
                        .sql("SELECT count(*) FROM hits WHERE outcome = 'hit' AND method = 'CONNECT'")
                        .head()
                        .getLong(0))
                .isEqualTo(6);
    }

    @Test
    void theSessionCanSetOptions() {
        session().conf().set("spark.datasource.proxylog.dialect", "squid");
        try {
            assertThat(lines(session().read().format("proxylog"), LOG)).isEqualTo(25);
        } finally {
            session().conf().unset("spark.datasource.proxylog.dialect");
        }
    }

    @Test
    void metricsCountLinesAndBytes() {
        Dataset<Row> hits = squid().option("hosts", "facebook.com")
                .option("splitBytes", 700)
                .load(LOG);
        hits.collect();

        scala.collection.immutable.Map<String, org.apache.spark.sql.execution.metric.SQLMetric> metrics =
                scan(hits).metrics();

        assertThat(metrics.apply("linesRead").value()).isEqualTo(25);
        assertThat(metrics.apply("linesMalformed").value()).isEqualTo(3);
        assertThat(metrics.apply("rowsSkipped").value()).isEqualTo(20);
        assertThat(metrics.apply("bytesRead").value())
                .isGreaterThanOrEqualTo(SAMPLE.toFile().length());
    }

    @Test
    void theSameReadTwiceIsPlannedAsOne() {
        assertThat(scan(squid().load(LOG)).scan())
                .isEqualTo(scan(squid().load(LOG)).scan());
        assertThat(scan(squid().load(LOG)).scan().description())
                .startsWith("proxylog dialect: squid, files: 1, hosts pushed: false");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> squid().option("host", "a.example").load(LOG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not know the option host");
    }

    @Test
    void anUnknownDialectIsRefused() {
        assertThatThrownBy(() -> squid().option("dialect", "apache").load(LOG))
                .hasMessage("There is no dialect 'apache'. Choose one of: squid.");
    }

    @Test
    void aMissingDialectIsRefused() {
        assertThatThrownBy(() -> session().read().format("proxylog").load(LOG))
                .hasMessage("proxylog needs the option 'dialect'. Choose one of: squid.");
    }

    @Test
    void aMissingPathIsRefused() {
        assertThatThrownBy(() -> squid().load()).hasMessageContaining("proxylog needs a path");
        assertThatThrownBy(() -> squid().load("/no/such.log").count())
                .hasMessageContaining("Cannot read /no/such.log: there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1k", "1.5"})
    void aSplitSizeThatIsNoneIsRefused(String size) {
        assertThatThrownBy(() -> squid().option("splitBytes", size).load(LOG))
                .hasMessageContaining("Option 'splitBytes' is '" + size + "'");
    }

    private static BatchScanExec scan(Dataset<Row> rows) {
        SparkPlan plan = rows.queryExecution().sparkPlan();
        if (rows.queryExecution().executedPlan().collectLeaves().head() instanceof BatchScanExec executed) {
            return executed;
        }
        return (BatchScanExec) plan.collectLeaves().head();
    }

    private static Row project(Row row, String[] names) {
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = row.getAs(names[i]);
        }
        return org.apache.spark.sql.RowFactory.create(values);
    }
}
