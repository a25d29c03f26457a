package org.modicum.pipeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.signature.Ed25519Signer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How one of two people signs what was drawn up: shown, confirmed, with their key. */
final class DraftSigning {
    @Option(names = "--key", paramLabel = "FILE", required = true, description = "Your private key.")
    Path key;

    @Mixin
    PassphraseOption passphrase;

    @Mixin
    Confirmation confirmation;

    /**
     * Writes a new draft and, beside it, the envelope with the first signature.
     *
     * @param words what is shown before
     */
    void first(PayloadType type, byte[] body, String words, Path draft) {
        Path envelope = SignedFile.besides(draft);
        for (Path file : new Path[] {draft, envelope}) {
            if (Files.exists(file)) {
                throw new ExitException(ExitCode.USAGE, file + " is there already. Choose another name with --out.");
            }
        }
        confirmation.of(words);
        Ed25519Signer signer = passphrase.open(key);
        SignedFile.writeNew(draft, body);
        SignedFile.sign(type, body, envelope, signer);
        System.out.println("Wrote " + draft + ", and signed into " + envelope + ". It is in force once somebody of"
                + " another role has signed it too:");
        System.out.println("  modicum hold sign " + draft + " --key KEY");
    }
}
