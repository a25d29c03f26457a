package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.approver.Passphrase;
import org.modicum.pipeline.audit.witness.WitnessKey;
import org.modicum.policy.audit.NoteKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        header = "For a witness: make a key to sign checkpoints with.",
        description = {
            "The private key is written under a passphrase; keep it where the log's administrators cannot read it.",
            "The public key is printed: give that line to the auditors."
        })
final class AuditKeygenCommand implements Runnable {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "Who you are to auditors, such as dpo.example.ac.uk; no spaces.")
    String name;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A file that is not there yet.")
    Path out;

    @Mixin
    PassphraseOption passphrase;

    @Override
    public void run() {
        KeyFile.checkNew(out);
        char[] secret = Passphrase.chosen(passphrase.descriptor);
        try {
            NoteKey key = WitnessKey.make(out, name, secret);
            System.out.println(key.vkey());
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
