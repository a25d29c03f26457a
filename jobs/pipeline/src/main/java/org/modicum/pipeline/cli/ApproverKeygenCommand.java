package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.approver.Passphrase;
import org.modicum.policy.signature.Ed25519Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        header = "Make a key to sign with: FILE under a passphrase, FILE.pub to hand over.",
        description = {
            "Run it on your own machine, never on the one that monitors. Nobody else needs FILE, and nobody can",
            "restore it or its passphrase. A root and an approver never share a key."
        })
final class ApproverKeygenCommand implements Runnable {
    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the private key goes.")
    Path out;

    @Mixin
    PassphraseOption passphrase;

    @Override
    public void run() {
        KeyFile.checkNew(out);
        char[] chosen = Passphrase.chosen(passphrase.descriptor);
        try {
            Ed25519Key key = KeyFile.make(out, chosen);
            System.out.println("Wrote " + out + " (keep it) and " + out + ".pub (hand it over):");
            System.out.println(key.line());
        } finally {
            Arrays.fill(chosen, ' ');
        }
    }
}
