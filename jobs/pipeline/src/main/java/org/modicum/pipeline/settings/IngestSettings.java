package org.modicum.pipeline.settings;

import java.time.Duration;

/**
 * What ingest puts up with.
 *
 * @param maxMalformedShare the largest share of malformed lines, 0 to 1, with which a run still commits
 * @param maxAge hits older than this are dropped and counted
 * @param settle how long a plain file must have been left alone before its unfinished last line is read
 */
public record IngestSettings(double maxMalformedShare, Duration maxAge, Duration settle) {}
