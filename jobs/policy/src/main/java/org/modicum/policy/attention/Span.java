package org.modicum.policy.attention;

/**
 * A stretch of time.
 *
 * @param fromMillis inclusive, milliseconds since the epoch
 * @param toMillis exclusive; not before {@code fromMillis}
 */
record Span(long fromMillis, long toMillis) {}
