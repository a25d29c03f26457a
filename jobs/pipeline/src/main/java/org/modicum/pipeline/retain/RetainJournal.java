package org.modicum.pipeline.retain;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.policy.retention.Order;
import org.modicum.policy.retention.Plan;

/**
 * A deletion that has begun: it is there before anything is deleted, and until the certificate is. Every step can be
 * done twice, so whoever finds it does all of them again.
 *
 * @param run that began it
 */
record RetainJournal(String run, Order order, Instant begun, Plan plan) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    static Optional<RetainJournal> read(Path state) {
        Path file = file(state);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), RetainJournal.class));
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

    private static Path file(Path state) {
        return state.resolve("retain.json");
    }
}
