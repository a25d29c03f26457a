package org.modicum.pipeline.cli;

import java.nio.file.Path;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.PlainWords;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        header = "Sign the draft of a registry with a root's key; shows it first.",
        description = "The second root signs into the same file as the first.")
final class ApproverSignCommand implements Runnable {
    @Parameters(paramLabel = "DRAFT", description = "What `approver enrol` or `remove` wrote.")
    Path draft;

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "The root's private key.")
    Path key;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The signed registry (default: DRAFT with .signed.json in place of .draft.json).")
    Path to;

    @Mixin
    PassphraseOption passphrase;

    @Mixin
    Confirmation confirmation;

    @Override
    public void run() {
        byte[] body = GrantFolder.read(draft);
        confirmation.of(PlainWords.of(Registry.parse(body)));
        Path envelope = to == null ? SignedFile.besides(draft) : to;
        SignedFile.sign(PayloadType.REGISTRY, body, envelope, passphrase.open(key));
        System.out.println("Signed into " + envelope + ".");
    }
}
