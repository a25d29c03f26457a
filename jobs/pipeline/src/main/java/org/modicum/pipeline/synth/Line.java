package org.modicum.pipeline.synth;

/** A line of the log, with its line end, and when its transfer ended. Two lines are never compared as records. */
@SuppressWarnings("ArrayRecordComponent")
record Line(long endMillis, byte[] text) {}
