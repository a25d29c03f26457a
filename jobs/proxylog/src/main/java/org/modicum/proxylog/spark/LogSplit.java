package org.modicum.proxylog.spark;

import org.apache.spark.sql.connector.read.InputPartition;
import org.modicum.proxylog.LogSlice;

/** The part of a file that one task reads. */
record LogSplit(ListedFile file, LogSlice slice) implements InputPartition {}
