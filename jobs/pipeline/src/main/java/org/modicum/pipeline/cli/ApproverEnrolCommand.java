package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.Installation;
import org.modicum.pipeline.grant.PlainWords;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.pipeline.settings.AuthorisationSettings;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.Authorisation;
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
        SignedFile.checkNew(out);
        Ed25519Key key = KeyFile.readPublic(handedOver);
        Enrolment enrolment = Enrolment.open(GrantFolder.read(statement), key);
        Optional<Settings> site = trust.roots.isEmpty() ? approver.modicum.settingsIfAny() : Optional.empty();
        Authorisation known = site.isPresent() || !trust.roots.isEmpty()
                ? trust.authorisation(approver.modicum)
                : AuthorisationSettings.shipped(Set.of());
        refuseWhoCannotApprove(enrolment, known);
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
        site.filter(settings -> !Installation.hasToday(settings, enrolment.person(), now))
                .ifPresent(settings -> System.err.println("The staff directory has nobody today under exactly this user"
                        + " name. As long as that is so, no grant that the key signs will hold."));
        SignedFile.writeNew(out, next.body());
        System.out.println(PlainWords.of(next));
        System.out.println("Wrote the draft " + out
                + ". Two roots sign it, each with their own key: modicum approver sign " + out + " --key FILE");
    }

    /** What every grant that this key signs would be refused for. */
    private static void refuseWhoCannotApprove(Enrolment enrolment, Authorisation known) {
        if (known.roots().contains(enrolment.key())) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "This is the key of a root, who cannot be an approver with it. Make another: modicum approver"
                            + " keygen --out FILE");
        }
        Set<String> roles = new TreeSet<>(known.approvingRoles());
        roles.add(known.itRole());
        List<String> unknown =
                enrolment.roles().stream().filter(role -> !roles.contains(role)).toList();
        if (!unknown.isEmpty()) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "No role that may approve: " + String.join(", ", unknown) + ". Those are "
                            + String.join(", ", new TreeSet<>(known.approvingRoles()))
                            + ". The person makes a new statement: modicum approver statement");
        }
    }
}
