package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.util.List;
import org.modicum.pipeline.audit.ProofFile;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.retain.CertificateText;
import org.modicum.pipeline.retain.CheckedCertificate;
import org.modicum.policy.audit.NoteKey;
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
            CheckedCertificate checked = CheckedCertificate.of(file, key);
            System.out.println(CertificateText.of(checked.body()));
            ProofFile proof = checked.proof()
                    .orElseThrow(() -> new ExitException(
                            ExitCode.NOT_PERMITTED, file + " is signed, and is no certificate: not all is gone."));
            System.out.println("Signed by " + key.name() + ", and entry " + proof.place()
                    + " of its log as it was with " + proof.head().checkpoint().size() + " entries.");
            System.out.println();
        }
    }
}
