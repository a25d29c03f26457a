package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.PlainWords;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.Registry;
import org.modicum.policy.signature.Ed25519Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        header = "Show in plain words what a grant allows, ask, and sign it with your key.",
        description = {
            "Needs no settings: sign on your own machine. The next approver signs into the same file. You cannot sign",
            "if you asked for the grant, are named in it, work in a department it is about, or belong to IT operations;",
            "a signature that must not be there spoils the grant."
        })
final class GrantSignCommand implements Runnable {
    @ParentCommand
    GrantCommand grant;

    @Parameters(paramLabel = "DRAFT", description = "What `grant request` wrote.")
    Path draft;

    @Mixin
    Signing signing;

    @Override
    public void run() {
        byte[] body = GrantFolder.read(draft);
        Grant asked = new GivenFile(draft, body).grantDraft();
        if (Instant.now().isAfter(asked.notAfter())) {
            throw signing.refused("The grant has expired: it was valid until " + asked.notAfter() + ".", draft);
        }
        Ed25519Key key = signing.check(PayloadType.GRANT, body, draft);
        boolean stranger =
                registry().filter(known -> known.holder(key).isEmpty()).isPresent();
        if (stranger) {
            throw signing.refused("The key " + signing.key + " is not in the registry of approvers.", draft);
        }
        int signed = signing.sign(PayloadType.GRANT, body, draft, PlainWords.of(asked));
        Path envelope = signing.envelope(draft);
        int needed = asked.purpose().quorum();
        System.out.println("Signed into " + envelope + " (" + signed + " of " + needed + " people).");
        System.out.println(
                signed < needed
                        ? "Next, an approver of another role, with the draft and this file: modicum grant sign " + draft
                                + " --key FILE"
                        : "Next, on the installation: modicum grant submit " + envelope);
    }

    /** If this is the installation, or has its settings. Whether a registry holds that is not in force is not asked. */
    private Optional<Registry> registry() {
        return grant.modicum
                .settingsIfAny()
                .flatMap(settings ->
                        new GrantFolder(settings.grants()).registry().flatMap(bytes -> opened(bytes, settings)));
    }

    private static Optional<Registry> opened(byte[] bytes, Settings settings) {
        try {
            return Optional.of(Registry.open(bytes, settings.authorisation(), Optional.empty(), Instant.now())
                    .document());
        } catch (RefusedException e) {
            return Optional.empty(); // whoever hands the grant in is told
        }
    }
}
