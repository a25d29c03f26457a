package org.modicum.pipeline.synth;

/** What was written. */
public record SynthSummary(long lines, int people) {}
