package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.PlainWords;
import org.modicum.pipeline.settings.Settings;
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
        header = "Sign the draft of a registry with a root's key; shows it first.",
        description = "The second root signs into the same file as the first.")
final class ApproverSignCommand implements Runnable {
    @ParentCommand
    ApproverCommand approver;

    @Parameters(paramLabel = "DRAFT", description = "What `approver enrol` or `remove` wrote.")
    Path draft;

    @Mixin
    Signing signing;

    @Override
    public void run() {
        byte[] body = GrantFolder.read(draft);
        Registry registry = new GivenFile(draft, body).registryDraft();
        Ed25519Key key = signing.check(PayloadType.REGISTRY, body, draft);
        Optional<Settings> site = approver.modicum.settingsIfAny();
        boolean stranger = site.map(settings -> settings.authorisation().roots())
                .filter(roots -> !roots.isEmpty() && !roots.contains(key))
                .isPresent();
        if (stranger) {
            throw signing.refused(
                    "The key " + signing.key + " is not a root's: authorisation.roots does not have it.", draft);
        }
        int signed = signing.sign(PayloadType.REGISTRY, body, draft, PlainWords.of(registry) + gone(registry, site));
        Path envelope = signing.envelope(draft);
        System.out.println("Signed into " + envelope + " (" + signed + " of " + Registry.LEAST_ROOTS + " roots).");
        System.out.println(
                signed < Registry.LEAST_ROOTS
                        ? "Next, another root, with the draft and this file: modicum approver sign " + draft
                                + " --key FILE"
                        : "Next, on the installation: modicum approver publish " + envelope);
    }

    /** Who is in the registry in force and no longer in the draft, if that can be known here. */
    private static String gone(Registry next, Optional<Settings> site) {
        Optional<byte[]> inForce = site.flatMap(settings -> new GrantFolder(settings.grants()).registry());
        if (inForce.isEmpty()) {
            return "";
        }
        try {
            return Registry.open(inForce.get(), site.get().authorisation(), Optional.empty(), Instant.now())
                    .document()
                    .people()
                    .stream()
                    .filter(person -> next.person(person.person()).isEmpty())
                    .map(person -> "\n  REMOVED: " + person.person().text() + ", " + person.department() + "\n")
                    .collect(Collectors.joining());
        } catch (RefusedException e) {
            return "\n  What is removed cannot be said: the registry in force does not hold.\n";
        }
    }
}
