package org.modicum.pipeline.cli;

import java.nio.file.Path;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.pipeline.retain.StandingText;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.retention.StandingRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        header = "Show in plain words what would be deleted every night, ask, and sign it with your key.",
        description = "Needs no settings: sign on your own machine. The second person signs into the same file.")
final class RetainSignCommand implements Runnable {
    @Parameters(paramLabel = "DRAFT", description = "What `retain propose` wrote.")
    Path draft;

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "Your private key.")
    Path key;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The signed rule (default: DRAFT with .signed.json in place of .draft.json).")
    Path to;

    @Mixin
    PassphraseOption passphrase;

    @Mixin
    Confirmation confirmation;

    @Override
    public void run() {
        byte[] body = GrantFolder.read(draft);
        confirmation.of(StandingText.of(StandingRule.parse(body)));
        Path envelope = to == null ? SignedFile.besides(draft) : to;
        SignedFile.sign(PayloadType.STANDING_RULE, body, envelope, passphrase.open(key));
        System.out.println("Signed into " + envelope + ". Once two people have: modicum retain submit " + envelope);
    }
}
