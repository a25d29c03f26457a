package org.modicum.pipeline.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.pipeline.seal.Age;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.signature.Ed25519Signer;

/**
 * The keys of the demo's people in a folder, as real people have them on their own machines: two roots, three who may
 * sign, and the recipient.
 */
final class DemoPeople {
    private static final String PASSPHRASE = "the demo's passphrase";
    private static final String README = """
            THE DEMO'S PEOPLE: keys that the demo made for itself. They are worth nothing anywhere else.

            root-1, root-2         sign the registry of approvers and the revocations
            officer, personnel     sign grants and the order to delete: the data-protection officer and
                                   somebody of Personnel
            requester              asks for both grants, and signs the refused one, which nobody may
            recipient.txt          the recipient's age key, without a passphrase
            why.txt                what the grants' justification is the digest of

            The passphrase of all keys but the last is: %s
            On a real site each of these lies with another person, and none of them here.
            """.formatted(PASSPHRASE);

    private final Path folder;

    private DemoPeople(Path folder) {
        this.folder = folder;
    }

    static DemoPeople make(Path folder) throws IOException {
        Files.createDirectories(folder);
        Demo.text(folder.resolve("README.txt"), README);
        Demo.text(folder.resolve("why.txt"), "A simulated person's minutes stood out in a simulated case.\n");
        for (String name : List.of("root-1", "root-2", "officer", "personnel", "requester")) {
            KeyFile.make(folder.resolve(name), PASSPHRASE.toCharArray());
        }
        Age.Key age = Age.Key.generate();
        SignedFile.writeNew(
                folder.resolve("recipient.txt"),
                ("# public key: " + age.recipient() + "\n" + age.identity() + "\n").getBytes(US_ASCII));
        return new DemoPeople(folder);
    }

    Path folder() {
        return folder;
    }

    Ed25519Signer signer(String name) {
        return KeyFile.open(folder.resolve(name), PASSPHRASE.toCharArray());
    }

    /** What these people signed, as it is handed over. */
    byte[] signed(PayloadType type, byte[] body, String first, String... others) {
        Envelope envelope = Envelope.sign(type, body, signer(first));
        for (String other : others) {
            envelope = envelope.alsoSign(type, body, signer(other));
        }
        return envelope.encoded();
    }

    String recipient() throws IOException {
        return Files.readAllLines(folder.resolve("recipient.txt"), US_ASCII)
                .get(0)
                .replace("# public key: ", "");
    }

    /** The public keys of the roots, as the settings want them. */
    List<String> roots() {
        List<String> lines = new ArrayList<>();
        for (String root : List.of("root-1", "root-2")) {
            lines.add("\""
                    + KeyFile.readPublic(folder.resolve(root + ".pub").toString())
                            .line() + "\"");
        }
        return lines;
    }
}
