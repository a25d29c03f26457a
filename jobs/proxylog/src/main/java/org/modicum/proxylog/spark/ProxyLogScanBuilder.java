package org.modicum.proxylog.spark;

import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;

/** Takes note of the columns that are wanted, then lists the files. */
final class ProxyLogScanBuilder implements SupportsPushDownRequiredColumns {
    private final ReadOptions options;
    private StructType columns = Column.schema();

    ProxyLogScanBuilder(ReadOptions options) {
        this.options = options;
    }

    @Override
    public void pruneColumns(StructType required) {
        columns = required;
    }

    @Override
    public Scan build() {
        return new ProxyLogScan(columns, options, FileListing.list(options, Session.hadoop()));
    }
}
