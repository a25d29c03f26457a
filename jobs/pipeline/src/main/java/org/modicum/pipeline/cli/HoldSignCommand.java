package org.modicum.pipeline.cli;

import java.nio.file.Path;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.pipeline.hold.HoldWords;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.Lift;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        header =
                "Show in plain words what a hold keeps, or what is lifted, ask, and sign it: the second of two people.",
        description = {
            "Needs no settings: sign on your own machine, into the file that the first person signed, which lies beside",
            "the draft. The two are of different roles, and neither belongs to IT operations."
        })
final class HoldSignCommand implements Runnable {
    @Parameters(paramLabel = "DRAFT", description = "What `hold place` or `hold lift` wrote.")
    Path draft;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The signed file (default: DRAFT with .signed.json in place of .draft.json).")
    Path to;

    @Mixin
    DraftSigning signing;

    @Override
    public void run() {
        byte[] body = GrantFolder.read(draft);
        boolean lift = isLift(body);
        signing.confirmation.of(lift ? HoldWords.of(Lift.parse(body)) : HoldWords.of(Hold.parse(body)));
        Path envelope = to == null ? SignedFile.besides(draft) : to;
        SignedFile.sign(
                lift ? PayloadType.LIFT : PayloadType.HOLD, body, envelope, signing.passphrase.open(signing.key));
        System.out.println("Signed into " + envelope + ". On the installation: modicum hold submit " + envelope);
    }

    private static boolean isLift(byte[] body) {
        try {
            Lift.parse(body);
            return true;
        } catch (RefusedException e) {
            return false; // then it has to be a hold
        }
    }
}
