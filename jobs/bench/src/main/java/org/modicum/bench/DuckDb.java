package org.modicum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The same question in DuckDB, as quick as its SQL could be made: whole lines, cut at single spaces behind the padded
 * time, one regular expression for all sites, a join with the staff, and a bit for each of the 15-second slots that a
 * line covers.
 */
final class DuckDb implements AutoCloseable {
    private static final String QUERY = """
            COPY (
              WITH line AS (
                SELECT string_split(ltrim(substr(line, 16)), ' ') AS field,
                       CAST(substr(line, 1, 10) AS BIGINT) * 1000 + CAST(substr(line, 12, 3) AS BIGINT) AS ended
                FROM read_csv('%s', header = false, delim = '\\x01', quote = '', escape = '', auto_detect = false,
                              columns = {'line': 'VARCHAR'})),
              hit AS (
                SELECT ended, ended - CAST(field[1] AS BIGINT) AS begun, CAST(field[4] AS BIGINT) AS bytes,
                       CAST(right(field[3], 3) AS INTEGER) AS status, field[7] AS logged,
                       regexp_extract(field[6], '%s', 1) AS domain
                FROM line),
              named AS (
                SELECT *, regexp_replace(regexp_replace(lower(logged), '^.*(\\\\|%%5c)', ''), '@.*$', '') AS name,
                       (begun + 7499) // 15000 AS covered, (ended + 7499) // 15000 - 1 AS until
                FROM hit
                WHERE domain <> '' AND logged <> '-' AND status BETWEEN 100 AND 399
                  AND ended - begun BETWEEN 0 AND 86400000),
              span AS (
                SELECT name, domain, bytes, CASE WHEN until < covered THEN begun // 15000 ELSE covered END AS first,
                       CASE WHEN until < covered THEN begun // 15000 ELSE until END AS last
                FROM named JOIN staff ON username = name),
              quarter AS (
                SELECT *, unnest(range(first // 60, last // 60 + 1)) AS quarter FROM span)
              SELECT name, domain, quarter,
                     bit_or((1::BIGINT << (least(last, quarter * 60 + 59) - greatest(first, quarter * 60) + 1)) - 1
                            << greatest(first - quarter * 60, 0)) AS slots,
                     count(*) FILTER (quarter = first // 60) AS hits,
                     sum(bytes) FILTER (quarter = first // 60) AS bytes
              FROM quarter
              GROUP BY ALL
            ) TO '%s' (FORMAT parquet)""";

    private final BenchSite site;
    private final String regex;
    private final Connection connection;

    DuckDb(BenchSite site) throws IOException {
        try {
            this.site = site;
            this.regex = CatalogueRegex.of(
                    site.settings(site.once(), site.folder().resolve("home")).resolveSibling("sites.conf"));
            this.connection = DriverManager.getConnection("jdbc:duckdb:");
            execute("CREATE TABLE staff AS SELECT DISTINCT lower(username) AS username FROM read_csv('" + site.staff()
                    + "', header = true)");
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB did not start", e);
        }
    }

    void run(Path log) {
        try {
            execute(QUERY.formatted(log, regex, site.folder().resolve("duckdb.parquet")));
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB could not read the log", e);
        }
    }

    /** Hits in what was written last. */
    long hits() {
        try (Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery(
                        "SELECT sum(hits) FROM '" + site.folder().resolve("duckdb.parquet") + "'")) {
            sum.next();
            return sum.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB could not read what it wrote", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB did not end", e);
        }
    }
}
