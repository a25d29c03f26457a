package org.modicum.proxylog.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** What the driver's Spark session says about file systems and split sizes. */
final class Session {
    private Session() {}

    /** The Hadoop settings, those set on the session among them. */
    static Configuration hadoop() {
        return SparkSession.active().sessionState().newHadoopConf();
    }

    static Broadcast<SerializableConfiguration> broadcastHadoop() {
        return SerializableConfiguration.broadcast(SparkSession.active().sparkContext(), hadoop());
    }

    /**
     * The split size that Spark's own file sources would take: {@code spark.sql.files.maxPartitionBytes}, less where
     * that would leave cores idle, but at least {@code spark.sql.files.openCostInBytes}.
     */
    static long splitBytes(long totalBytes) {
        SparkSession session = SparkSession.active();
        long most = session.sessionState().conf().filesMaxPartitionBytes();
        long least = session.sessionState().conf().filesOpenCostInBytes();
        long perCore = totalBytes / session.sparkContext().defaultParallelism();
        return Math.max(1, Math.min(most, Math.max(least, perCore)));
    }
}
