package org.modicum.pipeline.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import org.modicum.pipeline.grant.Installation;
import org.modicum.policy.grant.GrantVerifier;
import org.modicum.policy.grant.HeldOnPaper;
import org.modicum.policy.grant.Verdict;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies without the audit log: with what was brought along, or with the settings of this installation. */
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
                Installation.onPaper(
                        trust.site(modicum),
                        trust.authorisation(modicum),
                        Optional.of(trust.registryOrFail(modicum)),
                        trust.revocations(modicum),
                        Optional.ofNullable(audience),
                        asOf.orNow()));
    }

    /** What the verdict does not cover, for the end of what is printed. */
    static String unchecked(HeldOnPaper held) {
        return held.unchecked().stream()
                .sorted()
                .map(what -> "\n  " + what.sentence())
                .collect(Collectors.joining("", "Not checked here:", ""));
    }
}
