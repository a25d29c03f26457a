package org.modicum.pipeline.cli;

import java.util.Optional;
import org.modicum.policy.grant.Circumstances;
import org.modicum.policy.grant.GrantVerifier;
import org.modicum.policy.grant.Verdict;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies away from the installation, with what was brought along. */
final class PaperCheck {
    @Mixin
    Trust trust;

    @Option(
            names = "--audience",
            paramLabel = "ORIGIN",
            description = "The name of the installation's audit log, to check that the grant is for it.")
    String audience;

    @Mixin
    AsOf asOf;

    Verdict verdict(byte[] envelope, Modicum modicum) {
        return GrantVerifier.verify(
                envelope,
                new Circumstances(
                        asOf.orNow(),
                        trust.authorisation(modicum),
                        trust.registry(modicum),
                        trust.revocations(modicum),
                        Optional.ofNullable(audience),
                        Optional.empty(),
                        Optional.empty(),
                        Runtime.version()));
    }
}
