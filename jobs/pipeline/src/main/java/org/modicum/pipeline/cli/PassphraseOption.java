package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.approver.Passphrase;
import org.modicum.policy.signature.Ed25519Signer;
import picocli.CommandLine.Option;

/** Where the passphrase of a private key comes from. */
final class PassphraseOption {
    @Option(
            names = "--passphrase-fd",
            paramLabel = "N",
            description = "Read the passphrase from this file descriptor, as in 3< FILE (default: ask).")
    Integer descriptor;

    Ed25519Signer open(Path keyFile) {
        KeyFile.lookAt(keyFile);
        char[] passphrase = Passphrase.existing(descriptor);
        try {
            return KeyFile.open(keyFile, passphrase);
        } finally {
            Arrays.fill(passphrase, ' ');
        }
    }
}
