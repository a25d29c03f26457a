package org.modicum.proxylog.spark;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;
import org.modicum.proxylog.Dialect;
import org.modicum.proxylog.HostSet;
import org.modicum.proxylog.LineScanner;
import org.modicum.proxylog.LogReader;

/** Makes the readers on the executors. */
record HitReaderFactory(
        List<Column> columns, Dialect dialect, HostSet hosts, Broadcast<SerializableConfiguration> hadoop)
        implements PartitionReaderFactory {
    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        throw new UnsupportedOperationException("proxylog reads batches of columns, not rows.");
    }

    @Override
    public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
        LogSplit split = (LogSplit) partition;
        HadoopLogFile file = new HadoopLogFile(
                new Path(split.file().location()), hadoop.value().value());
        LineScanner scanner = new LineScanner(file, split.file().compression(), split.slice());
        return new HitBatchReader(
                new LogReader(scanner, dialect.parser(), hosts),
                new HitBatch(columns, split.file().name()));
    }

    @Override
    public boolean supportColumnarReads(InputPartition partition) {
        return true;
    }
}
