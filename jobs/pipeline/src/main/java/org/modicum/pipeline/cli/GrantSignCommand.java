package org.modicum.pipeline.cli;

import java.nio.file.Path;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.PlainWords;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.PayloadType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    @Parameters(paramLabel = "DRAFT", description = "What `grant request` wrote.")
    Path draft;

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "Your private key.")
    Path key;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The signed grant (default: DRAFT with .signed.json in place of .draft.json).")
    Path to;

    @Mixin
    PassphraseOption passphrase;

    @Mixin
    Confirmation confirmation;

    @Override
    public void run() {
        byte[] body = GrantFolder.read(draft);
        confirmation.of(PlainWords.of(Grant.parse(body)));
        Path envelope = to == null ? SignedFile.besides(draft) : to;
        SignedFile.sign(PayloadType.GRANT, body, envelope, passphrase.open(key));
        System.out.println("Signed into " + envelope + ".");
    }
}
