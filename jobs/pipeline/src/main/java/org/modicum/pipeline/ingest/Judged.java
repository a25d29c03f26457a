package org.modicum.pipeline.ingest;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What the lines of one source said.
 *
 * @param who whose numbers the pieces have; also what they are computed from again, should an executor be lost
 * @param sites by number
 */
record Judged(JavaRDD<Piece> pieces, Broadcast<Who> who, List<String> sites) implements AutoCloseable {

    /**
     * As the partitions were read: what two of them say of the same person, site and quarter-hour stays two rows, which
     * are joined whenever activity is read. To join them here would be a shuffle for a few of many rows.
     */
    JavaRDD<InternalRow> activity() {
        Broadcast<Who> everybody = who;
        List<String> names = sites;
        return pieces.mapPartitions(partition -> new ActivityRows(partition, everybody.value(), names));
    }

    @Override
    public void close() {
        pieces.unpersist();
        who.destroy();
    }
}
