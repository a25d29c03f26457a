package org.modicum.pipeline.synth;

/** A stretch of attention to one service, in milliseconds since the epoch. */
record Interval(Service service, long from, long to) {}
