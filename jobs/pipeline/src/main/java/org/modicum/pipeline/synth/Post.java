package org.modicum.pipeline.synth;

/** Somebody's place in a department; who changes department has one after the other. */
record Post(Department department, Period period) {}
