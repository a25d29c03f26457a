package org.modicum.pipeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.signature.Ed25519Key;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What signing a draft takes, whatever it is the draft of. All that can be wrong is looked at before anybody is asked. */
final class Signing {
    @Option(names = "--key", paramLabel = "FILE", required = true, description = "Your private key.")
    Path key;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The signed file (default: DRAFT with .signed.json in place of .draft.json).")
    Path to;

    @Mixin
    PassphraseOption passphrase;

    @Mixin
    Confirmation confirmation;

    /** The public half of the key, if it can sign this draft. */
    Ed25519Key check(PayloadType type, byte[] body, Path draft) {
        Ed25519Key signer = KeyFile.lookAt(key);
        Path envelope = envelope(draft);
        if (Files.exists(envelope)) {
            try {
                Envelope.parse(GrantFolder.read(envelope)).checkMaySign(type, body, signer);
            } catch (RefusedException e) {
                throw new ExitException(
                        ExitCode.NOT_PERMITTED, unchanged(key + ", " + envelope + ": " + e.getMessage(), envelope), e);
            }
        }
        return signer;
    }

    /** A key that may not sign this spoils the file for everybody. */
    ExitException refused(String why, Path draft) {
        return new ExitException(ExitCode.NOT_PERMITTED, unchanged(why, envelope(draft)));
    }

    /**
     * Shows, asks, and signs.
     *
     * @return how many signatures are under it now
     */
    int sign(PayloadType type, byte[] body, Path draft, String words) {
        confirmation.of(words + "\nDigest " + Digests.sha256(body) + "\n");
        Path envelope = envelope(draft);
        SignedFile.sign(type, body, envelope, passphrase.open(key));
        return Envelope.parse(GrantFolder.read(envelope)).signatures();
    }

    Path envelope(Path draft) {
        return to == null ? SignedFile.besides(draft) : to;
    }

    private static String unchanged(String why, Path envelope) {
        return "Not signed. " + why + (Files.exists(envelope) ? " " + envelope + " is unchanged." : "");
    }
}
