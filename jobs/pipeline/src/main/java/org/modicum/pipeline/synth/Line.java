package org.modicum.pipeline.synth;

/** A line of the log, with its line end, and when its transfer ended. */
record Line(long endMillis, byte[] text) {}
