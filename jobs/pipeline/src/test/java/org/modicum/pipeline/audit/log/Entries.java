package org.modicum.pipeline.audit.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.modicum.policy.audit.NoteSigner;
import org.modicum.policy.audit.SignatureType;

/** Entries to fill a log with, one a second. */
final class Entries {
    static final NoteSigner LOG = NoteSigner.generate("example.ac.uk/modicum", SignatureType.LOG);
    static final String DIGEST = "ab".repeat(32);
    static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private Entries() {}

    static Entry entry(int index) {
        return at(START.plusSeconds(index), "run-" + index);
    }

    static Entry at(Instant time, String run) {
        return new Entry(
                time,
                Kind.CERTIFICATE,
                Map.of("run", Value.of(run), "plan", Value.of(DIGEST), "certificate", Value.of(DIGEST)));
    }

    static List<byte[]> bytes(int from, int to) {
        return IntStream.range(from, to).mapToObj(index -> entry(index).bytes()).toList();
    }
}
