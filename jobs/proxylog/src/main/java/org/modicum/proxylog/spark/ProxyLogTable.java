package org.modicum.proxylog.spark;

import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The logs that the options name, as a table that can be read. */
record ProxyLogTable(ReadOptions options) implements SupportsRead {
    @Override
    public String name() {
        return ProxyLogSource.NAME;
    }

    @Override
    @SuppressWarnings("deprecation") // Spark 4.1 still asks for a StructType unless columns() is given too.
    public StructType schema() {
        return Column.schema();
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap given) {
        return new ProxyLogScanBuilder(options);
    }
}
