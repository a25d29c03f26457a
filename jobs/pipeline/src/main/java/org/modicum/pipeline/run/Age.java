package org.modicum.pipeline.run;

/**
 * What is held of a kind of data, against its rule.
 *
 * @param oldest age in days of the oldest, from the day from which its rule counts
 * @param allowed days that the rule allows
 */
public record Age(long oldest, long allowed) {}
