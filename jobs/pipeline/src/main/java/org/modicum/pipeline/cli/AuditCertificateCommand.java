package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.util.List;
import org.modicum.pipeline.audit.GivenProofs;
import org.modicum.pipeline.audit.ProofFile;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.retain.CertificateText;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.signature.Ed25519Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        header = "Check certificates of deletion and say in plain words what each says.",
        description = {
            "The signature must be the log's, and the proof beside the file must show that the log has it. Needs nothing",
            "but the log's public key. Exit code 77 if one does not hold, or is a notice that not all is gone."
        })
final class AuditCertificateCommand implements Runnable {
    @ParentCommand
    AuditCommand audit;

    @Mixin
    AuditedLog log;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "RUN.json, with RUN.json.tlog-proof beside it.")
    List<Path> files;

    @Override
    public void run() {
        NoteKey key = log.key(audit.modicum);
        for (Path file : files) {
            Envelope envelope = Envelope.parse(GrantFolder.read(file));
            boolean complete = !envelope.claimedType().equals(PayloadType.INCOMPLETE.text());
            PayloadType type = complete ? PayloadType.CERTIFICATE : PayloadType.INCOMPLETE;
            byte[] body =
                    envelope.open(type, List.of(new Ed25519Key(key.bytes()))).body();
            if (!complete) {
                System.out.println(CertificateText.of(body));
                throw new ExitException(
                        ExitCode.NOT_PERMITTED, file + " is signed, and is no certificate: not all is gone.");
            }
            ProofFile proof = ProofFile.verify(Path.of(file + GivenProofs.SUFFIX), key);
            proof.refuseUnlessOf(file);
            if (proof.entry().kind() != Kind.CERTIFICATE) {
                throw new ExitException(
                        ExitCode.NOT_PERMITTED,
                        "The proof beside " + file + " is of no certificate but of this.\n  "
                                + proof.entry().readable());
            }
            System.out.println(CertificateText.of(body));
            System.out.println("Signed by " + key.name() + ", and entry " + proof.place()
                    + " of its log as it was with " + proof.head().checkpoint().size() + " entries.");
            System.out.println();
        }
    }
}
