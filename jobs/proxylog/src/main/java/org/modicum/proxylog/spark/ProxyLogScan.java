package org.modicum.proxylog.spark;

import java.util.List;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;

/** One read of a fixed list of files; equal reads are equal, so that Spark can do one for both. */
record ProxyLogScan(StructType readSchema, ReadOptions options, List<ListedFile> files) implements Scan, Batch {
    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        long splitBytes = options.splitBytes() > 0 ? options.splitBytes() : Session.splitBytes(plainBytes());
        return SplitPlan.of(files, options.ranges(), splitBytes).toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new HitReaderFactory(
                Column.of(readSchema), options.dialect(), options.hosts(), Session.broadcastHadoop());
    }

    @Override
    public ColumnarSupportMode columnarSupportMode() {
        return ColumnarSupportMode.SUPPORTED;
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return Metrics.all();
    }

    @Override
    public String description() {
        return ProxyLogSource.NAME + " dialect: " + options.dialect().word() + ", files: " + files.size()
                + ", hosts pushed: " + !options.hosts().isEveryHost() + ", columns: "
                + String.join(", ", readSchema.fieldNames());
    }

    private long plainBytes() {
        return files.stream()
                .filter(file -> file.compression().isSplittable())
                .mapToLong(ListedFile::length)
                .sum();
    }
}
