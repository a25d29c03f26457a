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
 * time, one regular expression for all sites, joins with the catalogue and the staff, a bit for each of the 15-second
 * slots that a line covers and of those that its tunnel was busy, and the number of all lines, which says how many were
 * left behind.
 */
final class DuckDb implements AutoCloseable {
    private static final String LINES =
            "read_csv('%s', header = false, delim = '\\x01', quote = '', escape = '', auto_detect = false,"
                    + " columns = {'line': 'VARCHAR'})";

    private static final String QUERY = """
            COPY (
              WITH line AS (
                SELECT string_split(ltrim(substr(line, 16)), ' ') AS field,
                       CAST(substr(line, 1, 10) AS BIGINT) * 1000 + CAST(substr(line, 12, 3) AS BIGINT) AS ended
                FROM %s),
              hit AS (
                SELECT ended, CAST(field[1] AS BIGINT) AS elapsed, CAST(field[4] AS BIGINT) AS bytes,
                       CAST(right(field[3], 3) AS INTEGER) AS status, field[7] AS logged,
                       regexp_extract(field[6], '%s', 1) AS domain
                FROM line),
              named AS (
                SELECT *, ended - elapsed AS begun,
                       regexp_replace(regexp_replace(lower(url_decode(logged)), '^.*\\\\', ''), '@.*$', '') AS name
                FROM hit
                WHERE domain <> '' AND logged <> '-' AND status BETWEEN 100 AND 399
                  AND elapsed BETWEEN 0 AND 86400000),
              judged AS (
                SELECT name, site, bytes, begun, ended,
                       CASE WHEN bytes - 0.08 * elapsed >= opening
                            THEN begun + dwell + CAST(least((bytes - 0.08 * elapsed - opening) * 1000 / rate,
                                                            greatest(elapsed - 90000, 0)) AS BIGINT) END AS busy
                FROM named JOIN place USING (domain)),
              span AS (
                SELECT name, site, bytes,
                       CASE WHEN ended - begun < 15000 THEN begun // 15000 ELSE (begun + 7499) // 15000 END AS first,
                       greatest((ended + 7499) // 15000 - 1, begun // 15000) AS last,
                       greatest((busy + 7499) // 15000 - 1, begun // 15000) AS meant
                FROM judged),
              ours AS (
                SELECT span.* FROM span JOIN staff
                ON username = name AND first // 60 * 900000 >= since AND first // 60 * 900000 < until),
              quarter AS (
                SELECT *, unnest(range(first // 60, greatest(last, meant) // 60 + 1)) * 60 AS slot FROM ours)
              SELECT name, site, slot,
                     bit_or(((1::BIGINT << greatest(least(last, slot + 59) - greatest(first, slot) + 1, 0)) - 1)
                            << greatest(first - slot, 0)) AS seen,
                     bit_or(((1::BIGINT << greatest(least(meant, slot + 59) - greatest(first, slot) + 1, 0)) - 1)
                            << greatest(first - slot, 0)) AS deliberate,
                     count(*) FILTER (slot = first // 60 * 60) AS hits,
                     sum(bytes) FILTER (slot = first // 60 * 60) AS bytes
              FROM quarter
              GROUP BY ALL
            ) TO '%s' (FORMAT parquet)""";

    private final BenchSite site;
    private final String regex;
    private final Connection connection;

    DuckDb(BenchSite site) throws IOException {
        try {
            this.site = site;
            this.regex = CataloguePlaces.regex(site);
            this.connection = DriverManager.getConnection("jdbc:duckdb:");
            execute("CREATE TABLE place AS SELECT * FROM (VALUES " + CataloguePlaces.rows(site)
                    + ") AS t(domain, site, dwell, opening, rate)");
            execute("CREATE TABLE staff AS SELECT lower(username) AS username,"
                    + " coalesce(epoch_ms(CAST(\"from\" AS TIMESTAMP)), 0) AS since,"
                    + " coalesce(epoch_ms(CAST(\"to\" AS TIMESTAMP)) + 86400000, 9223372036854775807) AS until"
                    + " FROM read_csv('" + site.staff() + "', header = true)");
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB did not start", e);
        }
    }

    void run(Path log) {
        try {
            String lines = LINES.formatted(log);
            execute(QUERY.formatted(lines, regex, site.folder().resolve("duckdb.parquet")));
            execute("SELECT count(*) FROM " + lines);
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
