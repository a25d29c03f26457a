package org.modicum.pipeline.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.GivenProofs;
import org.modicum.pipeline.summarise.SummaryFile;

/**
 * The proof beside a summary that its entry is in the audit log. A log that grows gives another proof of the same entry;
 * the first one stays, so that a report is written once and its files do not change.
 */
final class ReleaseProof {
    static final String NAME = SummaryFile.NAME + GivenProofs.SUFFIX;

    private ReleaseProof() {}

    /** The bytes to have in a week's folder: what is there, if it proves the entry, or a new proof. */
    static byte[] of(Path week, long place, AuditLog log) {
        byte[] entry = log.entries().get((int) place).bytes();
        return GivenProofs.read(week.resolve(NAME))
                .filter(proof -> proof.index() == place && GivenProofs.holds(proof, entry, log))
                .orElseGet(() -> log.proof(place))
                .text()
                .getBytes(UTF_8);
    }
}
