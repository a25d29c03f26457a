package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.PlainWords;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.policy.grant.Enrolment;
import org.modicum.policy.grant.Registry;
import org.modicum.policy.signature.Ed25519Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        header = "Draft a new version of the registry with one more key in it.",
        description = {
            "Refused if the statement is not signed by the key that was handed over, if the key proves nothing, or",
            "if it is there already. The draft counts for nothing until two roots have signed it."
        })
final class ApproverEnrolCommand implements Runnable {
    @ParentCommand
    ApproverCommand approver;

    @Option(
            names = "--statement",
            paramLabel = "FILE",
            required = true,
            description = "What the person made with `approver statement`.")
    Path statement;

    @Option(
            names = "--pub",
            paramLabel = "KEY",
            required = true,
            description = "The public key that the person handed over: its file or the line in it.")
    String handedOver;

    @Option(names = "--days", paramLabel = "N", defaultValue = "365", description = "Default: ${DEFAULT-VALUE}.")
    int days;

    @Option(names = "--first", description = "There is no registry yet; this is version 1.")
    boolean first;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the draft goes.")
    Path out;

    @Mixin
    Trust trust;

    @Override
    public void run() {
        Ed25519Key key = KeyFile.readPublic(handedOver);
        Enrolment enrolment = Enrolment.open(GrantFolder.read(statement), key);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant to = now.plus(Duration.ofDays(days));
        Registry next = first
                ? Registry.first(enrolment, now, to)
                : Registry.open(
                                trust.registryOrFail(approver.modicum),
                                trust.authorisation(approver.modicum),
                                Optional.empty(),
                                now)
                        .document()
                        .with(enrolment, now, to);
        SignedFile.writeNew(out, next.body());
        System.out.println(PlainWords.of(next));
        System.out.println("Wrote the draft " + out + ". Two roots sign it: modicum approver sign " + out);
    }
}
