package org.modicum.pipeline.synth;

/** From one moment until just before another, in milliseconds since the epoch. */
record Stretch(long from, long to) {
    long overlap(long otherFrom, long otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }
}
