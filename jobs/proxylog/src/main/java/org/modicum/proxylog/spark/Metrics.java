package org.modicum.proxylog.spark;

import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.modicum.proxylog.LogReader;

/** What a scan counts, as Spark shows it for the query. Spark makes the metrics by their class names. */
public final class Metrics {
    private static final String LINES_READ = "linesRead";
    private static final String LINES_MALFORMED = "linesMalformed";
    private static final String BYTES_READ = "bytesRead";
    private static final String ROWS_SKIPPED = "rowsSkipped";

    private Metrics() {}

    static CustomMetric[] all() {
        return new CustomMetric[] {new LinesRead(), new LinesMalformed(), new BytesRead(), new RowsSkipped()};
    }

    static CustomTaskMetric[] of(LogReader reader) {
        return new CustomTaskMetric[] {
            new Count(LINES_READ, reader.lines()),
            new Count(LINES_MALFORMED, reader.malformed()),
            new Count(BYTES_READ, reader.bytesRead()),
            new Count(ROWS_SKIPPED, reader.skipped())
        };
    }

    private record Count(String name, long value) implements CustomTaskMetric {}

    /** All lines of what was read. */
    public static final class LinesRead extends CustomSumMetric {
        @Override
        public String name() {
            return LINES_READ;
        }

        @Override
        public String description() {
            return "lines read";
        }
    }

    /** Lines that are not in the dialect. */
    public static final class LinesMalformed extends CustomSumMetric {
        @Override
        public String name() {
            return LINES_MALFORMED;
        }

        @Override
        public String description() {
            return "lines malformed";
        }
    }

    /** Bytes of content, decompressed. */
    public static final class BytesRead extends CustomSumMetric {
        @Override
        public String name() {
            return BYTES_READ;
        }

        @Override
        public String description() {
            return "bytes read, decompressed";
        }
    }

    /** Well-formed lines about hosts that were not asked for. */
    public static final class RowsSkipped extends CustomSumMetric {
        @Override
        public String name() {
            return ROWS_SKIPPED;
        }

        @Override
        public String description() {
            return "rows skipped";
        }
    }
}
