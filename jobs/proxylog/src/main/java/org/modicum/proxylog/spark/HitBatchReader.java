package org.modicum.proxylog.spark;

import java.io.IOException;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.modicum.proxylog.LogReader;

/** Reads a split into batches. A batch never outlives the window of bytes that its text lies in. */
final class HitBatchReader implements PartitionReader<ColumnarBatch> {
    private final LogReader reader;
    private final HitBatch batch;
    private boolean ended;

    HitBatchReader(LogReader reader, HitBatch batch) {
        this.reader = reader;
        this.batch = batch;
    }

    @Override
    public boolean next() throws IOException {
        batch.clear();
        boolean complete = ended;
        while (!complete) {
            complete = read();
        }
        return batch.rows() > 0;
    }

    @Override
    public ColumnarBatch get() {
        return batch.columnar(reader.buffer());
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        return Metrics.of(reader);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Takes one step; true if the batch is to be handed out as it is. */
    private boolean read() throws IOException {
        switch (reader.next()) {
            case HIT -> batch.addHit(reader);
            case MALFORMED -> batch.addMalformed(reader, 1);
            case FILE_MALFORMED -> batch.addMalformed(reader, 0);
            case WINDOW_ENDED -> {
                return batch.rows() > 0;
            }
            case ENDED -> {
                ended = true;
                if (reader.skipped() > 0) {
                    batch.addSkipped(reader.skipped());
                }
                return true;
            }
        }
        return batch.isFull();
    }
}
