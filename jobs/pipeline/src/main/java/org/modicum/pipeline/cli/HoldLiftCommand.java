package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.pipeline.hold.HoldWords;
import org.modicum.policy.grant.Circumstances;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.Lift;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "lift",
        mixinStandardHelpOptions = true,
        header = "Draw up that a hold holds no longer, and sign it, as the first of two people.",
        description = {
            "With the hold's draft it needs no settings. A signed hold is checked first: by the installation's registry,",
            "or by --registry and --roots. The hold holds until somebody of another role has signed the lift too (`hold",
            "sign`) and it was handed in (`hold submit`). Whom it is about, and who is of their department, cannot sign."
        })
final class HoldLiftCommand implements Runnable {
    @ParentCommand
    HoldCommand hold;

    @Parameters(paramLabel = "HOLD", description = "The hold: its draft, or the signed file.")
    Path file;

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "case_closed, no_longer_needed, placed_in_error or order_of_an_authority.")
    String reason;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the draft goes (default: REF.lift.draft.json).")
    Path out;

    @Mixin
    Trust trust;

    @Mixin
    DraftSigning signing;

    @Override
    public void run() {
        Answers answers = Answers.ofTerminal();
        String why = answers.or(reason, "--reason", "Reason: " + reasons());
        answers.throwIfMissing();
        Signed<Hold> lifted = read(GrantFolder.read(file));
        Lift lift = new Lift(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                lifted.document().caseReference(),
                lifted.digest(),
                reason(why));
        Path draft = out == null ? Path.of(lift.caseReference().text() + ".lift.draft.json") : out;
        signing.first(PayloadType.LIFT, lift.body(), HoldWords.of(lift, lifted.document()), draft);
    }

    private Signed<Hold> read(byte[] bytes) {
        if (!SignedFile.isEnvelope(bytes)) {
            return new Signed<>(Hold.parse(bytes), Digests.sha256(bytes));
        }
        return Hold.open(
                bytes,
                new Circumstances(
                        Instant.now(),
                        trust.authorisation(hold.modicum),
                        trust.registry(hold.modicum),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Runtime.version()));
    }

    private static Lift.Reason reason(String word) {
        try {
            return Lift.Reason.of(word.replace('-', '_').toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ExitException(ExitCode.USAGE, e.getMessage() + ". Reasons: " + reasons() + ".", e);
        }
    }

    private static String reasons() {
        return Arrays.stream(Lift.Reason.values()).map(Lift.Reason::word).collect(Collectors.joining(", "));
    }
}
