package org.modicum.pipeline.retain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.GivenProofs;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.retention.Outcome;

/**
 * The folder of certificates: each an envelope that the audit log's key signed, beside it the proof that it was logged.
 * A certificate waits among the journals until its entry is in the log.
 */
final class CertificateFolder {
    private static final String WAITING = "retain-certificate-";

    private final Path folder;
    private final Path state;
    private final AuditLog log;

    CertificateFolder(Path folder, Path state, AuditLog log) {
        this.folder = folder;
        this.state = state;
        this.log = log;
    }

    /** Signs it and lays it by, unless a run that was killed did so: a certificate has one time. */
    void sign(Outcome outcome) {
        Path waiting = waiting(outcome.run());
        if (!Files.exists(waiting)) {
            write(waiting, log.sign(outcome.type(), outcome.body()).encoded());
        }
    }

    /** @return the place of its entry in the log */
    long log(String run, String plan) {
        String digest = Hash.ofFile(read(waiting(run))).hex();
        OptionalLong logged = LongStream.range(0, log.entries().size())
                .filter(place -> isOf(log.entries().get((int) place), digest))
                .findFirst();
        return logged.orElseGet(() -> log.append(
                Kind.CERTIFICATE,
                Map.of(
                        "run", Value.of(run),
                        "plan", Value.of(plan),
                        "certificate", Value.of(digest))));
    }

    /** The proof before the certificate, so that nobody has one without the other. */
    Path publish(String run, long place) {
        Path certificate = folder.resolve(run + ".json");
        write(
                folder.resolve(certificate.getFileName() + GivenProofs.SUFFIX),
                log.proof(place).text().getBytes(UTF_8));
        write(certificate, read(waiting(run)));
        return certificate;
    }

    /** No deletion is under way: what was laid by is out, and goes. */
    void clear() {
        SizedFile.below(state).stream()
                .filter(file -> file.name().startsWith(WAITING))
                .forEach(file -> delete(file.file()));
    }

    /** Puts a notice where the certificate would be, and logs it. */
    Path notice(Outcome outcome) {
        byte[] notice = log.sign(outcome.type(), outcome.body()).encoded();
        log.append(
                Kind.RETENTION_INCOMPLETE,
                Map.of(
                        "run", Value.of(outcome.run()),
                        "plan", Value.of(outcome.plan().digest()),
                        "notice", Value.of(Hash.ofFile(notice).hex())));
        Path file = folder.resolve(outcome.run() + ".incomplete.json");
        write(file, notice);
        return file;
    }

    private static boolean isOf(Entry entry, String digest) {
        return entry.kind() == Kind.CERTIFICATE && entry.text("certificate").equals(digest);
    }

    /** Called by its run, so that one run never publishes another's. */
    private Path waiting(String run) {
        return state.resolve(WAITING + run + ".json");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The certificate " + file + " could not be read", e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            new Home(file.getParent()).create(file.getParent());
            AtomicFile.write(file, content, AtomicFile.GROUP_READS);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be written", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be removed", e);
        }
    }
}
