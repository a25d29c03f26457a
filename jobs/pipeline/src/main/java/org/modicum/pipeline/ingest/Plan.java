package org.modicum.pipeline.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/** Decides which piece of which file is new, so that every line of a source is read once. */
final class Plan {
    private final String source;
    private final Map<String, Known> known = new HashMap<>();

    Plan(String source, Collection<Known> known) {
        this.source = source;
        known.forEach(one -> this.known.put(one.content(), one));
    }

    /** A file of the source with its content opened. */
    record Candidate(String file, Content content, Optional<String> container) {}

    /**
     * The readings of this run, longest content first: a copy of which a part is missing must meet the whole one, not
     * the other way round. A file with nothing new gives a reading of no bytes when its container is worth remembering.
     */
    List<Reading> readings(List<Candidate> candidates) {
        List<Candidate> ordered = new ArrayList<>(candidates);
        ordered.sort(Comparator.comparingLong(
                        (Candidate candidate) -> candidate.content().settledLength())
                .reversed()
                .thenComparing(Candidate::file));
        List<Reading> readings = new ArrayList<>();
        for (Candidate candidate : ordered) {
            Reading reading = reading(candidate);
            if (reading.hasNews()) {
                known.put(reading.content(), new Known(reading.content(), reading.to(), reading.marks()));
                readings.add(reading);
            } else if (candidate.container().isPresent()) {
                readings.add(reading);
            }
        }
        return readings;
    }

    private Reading reading(Candidate candidate) {
        Content content = candidate.content();
        Identity identity = Identity.of(content, known.values());
        long from = identity.same().isPresent() ? identity.from() : content.lineStart(identity.from());
        long to = Math.max(from, content.settledLength());
        return new Reading(
                source,
                candidate.file(),
                identity.same()
                        .map(Known::content)
                        .orElseGet(() -> UUID.randomUUID().toString()),
                from,
                to,
                marks(content, to),
                candidate.container(),
                content.damaged());
    }

    private static SortedMap<Long, String> marks(Content content, long to) {
        SortedSet<Long> offsets = Identity.grid(to);
        offsets.add(to);
        SortedMap<Long, String> marks = new TreeMap<>();
        offsets.forEach(offset -> content.markAt(offset).ifPresent(mark -> marks.put(offset, mark)));
        return marks;
    }
}
