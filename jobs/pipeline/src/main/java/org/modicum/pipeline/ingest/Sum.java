package org.modicum.pipeline.ingest;

import org.modicum.policy.attention.Marks;

/** What a person's lines about one site say of one quarter-hour. */
final class Sum {
    private static final long QUARTER_SECONDS = 900;

    long deliberate;
    long any;
    long hits;
    long bytes;

    record Key(String person, String site, long quarter) {
        /** A record's own hash lets neighbouring quarter-hours of different people meet too often. */
        @Override
        public int hashCode() {
            int mixed = (person.hashCode() * 31 + site.hashCode()) * 0x9E3779B9;
            return mixed ^ (int) (quarter / QUARTER_SECONDS) * 0x85EBCA6B;
        }
    }

    /** @param lineBytes bytes of the line if this is its first mark, else negative */
    void add(Marks marks, long lineBytes) {
        deliberate |= marks.deliberate();
        any |= marks.any();
        if (lineBytes >= 0) {
            hits++;
            bytes += lineBytes;
        }
    }
}
