package org.modicum.pipeline.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.home.AtomicFile;

/**
 * What a run is about to commit, written before it does. The activity's commit decides: if it is there, the ledger is
 * brought up to it; if it is not, whatever else the run left is taken back. So the two never disagree for longer than
 * until the next run, whenever the process was killed.
 */
record Journal(String run, Instant readAt, List<Reading> readings, Map<String, Map<String, Long>> outcomes) {
    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).registerModule(new JavaTimeModule());

    /** How many files had something new. */
    long filesRead() {
        return readings.stream().filter(Reading::hasNews).count();
    }

    /** How many lines were read. */
    long lines() {
        return outcomes.values().stream()
                .flatMap(counts -> counts.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    long lines(Fate fate) {
        return outcomes.values().stream()
                .mapToLong(counts -> counts.getOrDefault(fate.key(), 0L))
                .sum();
    }

    static Path file(Path state) {
        return state.resolve("ingest.json");
    }

    static Optional<Journal> read(Path state) {
        Path file = file(state);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Journal.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " could not be read", e);
        }
    }

    void write(Path state) {
        try {
            AtomicFile.write(file(state), JSON.writeValueAsBytes(this), AtomicFile.OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file(state) + " could not be written", e);
        }
    }

    static void remove(Path state) {
        try {
            Files.deleteIfExists(file(state));
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file(state) + " could not be removed", e);
        }
    }
}
