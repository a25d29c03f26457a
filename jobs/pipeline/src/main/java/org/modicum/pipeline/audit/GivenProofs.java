package org.modicum.pipeline.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.TlogProof;

/** Proof files that were given out before: each has a checkpoint that the log must still continue. */
public final class GivenProofs {
    /** How the names of proof files end. */
    public static final String SUFFIX = ".tlog-proof";

    private GivenProofs() {}

    /**
     * Every proof below a folder is of a beginning of the log, or the log was rolled back.
     *
     * @throws org.modicum.pipeline.exit.ExitException if one is not
     */
    public static void check(Path folder, AuditLog log) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                read(file)
                        .filter(proof -> proof.extra().isPresent())
                        .filter(proof -> holds(proof, proof.extra().orElseThrow(), log))
                        .ifPresent(proof -> log.refuseUnlessContinues(proof.checkpoint(), file.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The proofs in " + folder + " could not be listed", e);
        }
    }

    /** Nothing if it is not there, or is damaged and so proves nothing. */
    public static Optional<TlogProof> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(TlogProof.parse(Files.readString(file))) : Optional.empty();
        } catch (AuditException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The proof " + file + " could not be read", e);
        }
    }

    /** Whether it proves the entry, by the key of this log. */
    public static boolean holds(TlogProof proof, byte[] entry, AuditLog log) {
        try {
            proof.verify(entry, List.of(log.key()));
            return true;
        } catch (AuditException e) {
            return false;
        }
    }
}
