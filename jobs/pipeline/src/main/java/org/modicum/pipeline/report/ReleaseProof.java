package org.modicum.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.summarise.SummaryFile;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.TlogProof;

/**
 * The proof beside a summary that its entry is in the audit log. A log that grows gives another proof of the same entry;
 * the first one stays, so that a report is written once and its files do not change.
 */
final class ReleaseProof {
    static final String NAME = SummaryFile.NAME + ".tlog-proof";

    private ReleaseProof() {}

    /** The bytes to have in a week's folder: what is there, if it proves the entry, or a new proof. */
    static byte[] of(Path week, long place, AuditLog log) {
        byte[] entry = log.entries().get((int) place).bytes();
        return read(week.resolve(NAME))
                .filter(proof -> proof.index() == place && holds(proof, entry, log))
                .orElseGet(() -> log.proof(place))
                .text()
                .getBytes(UTF_8);
    }

    /**
     * Every proof that was given is of a beginning of the log, or the log was rolled back.
     *
     * @throws org.modicum.pipeline.exit.ExitException if one is not
     */
    static void checkAll(Path reports, AuditLog log) {
        if (!Files.isDirectory(reports)) {
            return;
        }
        try (Stream<Path> weeks = Files.list(reports)) {
            for (Path file : weeks.map(week -> week.resolve(NAME)).sorted().toList()) {
                read(file)
                        .filter(proof -> proof.extra().isPresent())
                        .filter(proof -> holds(proof, proof.extra().orElseThrow(), log))
                        .ifPresent(proof -> log.refuseUnlessContinues(proof.checkpoint(), file.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The reports in " + reports + " could not be listed", e);
        }
    }

    /** What was damaged proves nothing and is written anew. */
    private static Optional<TlogProof> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(TlogProof.parse(Files.readString(file))) : Optional.empty();
        } catch (AuditException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The proof " + file + " could not be read", e);
        }
    }

    private static boolean holds(TlogProof proof, byte[] entry, AuditLog log) {
        try {
            proof.verify(entry, List.of(log.key()));
            return true;
        } catch (AuditException e) {
            return false;
        }
    }
}
