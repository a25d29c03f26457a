package org.modicum.pipeline.settings;

import java.time.Duration;

/**
 * What ingest puts up with.
 *
 * @param maxMalformedShare the largest share of malformed lines, 0 to 1, with which a run still commits
 * @param maxAge hits older than this are dropped and counted
 * @param settle how long a plain file must have been left alone before its unfinished last line is read
 */
public record IngestSettings(double maxMalformedShare, Duration maxAge, Duration settle) {
    static IngestSettings read(Section section) {
        IngestSettings ingest = new IngestSettings(
                section.required("max-malformed-share").flatMap(Setting::share).orElse(0.0),
                section.required("max-age").flatMap(Setting::duration).orElse(Duration.ZERO),
                section.required("settle").flatMap(Setting::duration).orElse(Duration.ZERO));
        section.noOtherKeys();
        return ingest;
    }
}
