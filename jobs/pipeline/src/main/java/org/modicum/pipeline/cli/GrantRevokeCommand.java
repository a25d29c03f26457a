package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Revocations;
import org.modicum.policy.grant.SeenRevocations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        header = "Take back grants or keys: a root signs a new list of revocations.",
        description = {
            "With neither --grant nor --public-key it renews the list, which has to be done more often than it may be",
            "old. `approver publish` puts it in force. What was revoked stays revoked."
        })
final class GrantRevokeCommand implements Runnable {
    @ParentCommand
    GrantCommand grant;

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "The root's private key.")
    Path key;

    @Option(
            names = "--grant",
            paramLabel = "FILE|DIGEST",
            description = {
                "The draft of a grant, or its digest as the audit log and `grant verify` print it. A digest is taken as",
                "it is: `approver publish` says if no grant here has it."
            })
    List<String> grants = List.of();

    @Option(
            names = "--public-key",
            paramLabel = "KEY|DIGEST",
            description = "A .pub file, the line in it, or the key's digest as `approver list` prints it.")
    List<String> keys = List.of();

    @Option(names = "--first", description = "There is no list yet.")
    boolean first;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the signed list goes.")
    Path out;

    @Mixin
    Trust trust;

    @Mixin
    PassphraseOption passphrase;

    @Mixin
    Confirmation confirmation;

    @Override
    public void run() {
        SignedFile.checkNew(out);
        KeyFile.lookAt(key);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Set<String> grantDigests = new HashSet<>();
        grants.forEach(written -> grantDigests.add(isDigest(written) ? written : digestOf(written)));
        Set<String> keyDigests = new HashSet<>();
        keys.forEach(written -> keyDigests.add(
                isDigest(written) ? written : KeyFile.readPublic(written).digest()));
        Revocations list = first
                ? new Revocations(
                        1, now, List.copyOf(new TreeSet<>(grantDigests)), List.copyOf(new TreeSet<>(keyDigests)))
                : before(now).with(grantDigests, keyDigests, now);
        confirmation.of("List of revocations " + list.sequence() + " of " + list.issued() + "\n  grants  "
                + list.grants() + "\n  keys    " + list.keys());
        SignedFile.sign(PayloadType.REVOCATIONS, list.body(), out, passphrase.open(key));
        System.out.println("Wrote " + out + ". On the installation: modicum approver publish " + out);
    }

    private Revocations before(Instant now) {
        byte[] list = trust.revocations(grant.modicum)
                .orElseThrow(() -> new ExitException(
                        ExitCode.NO_INPUT,
                        "There is no list of revocations yet. Name one with --revocations FILE, or say --first."));
        return Revocations.open(list, trust.ofAnyAge(grant.modicum), SeenRevocations.NONE, now)
                .document();
    }

    private static boolean isDigest(String written) {
        return written.matches("[0-9a-f]{64}");
    }

    private static String digestOf(String file) {
        byte[] bytes = GrantFolder.read(Path.of(file));
        if (new GivenFile(Path.of(file), bytes).isEnvelope()) {
            throw new ExitException(
                    ExitCode.USAGE,
                    file + " is a signed grant. Give the draft of it, or the digest that `modicum grant verify " + file
                            + "` prints.");
        }
        new GivenFile(Path.of(file), bytes).grantDraft();
        return Digests.sha256(bytes);
    }
}
