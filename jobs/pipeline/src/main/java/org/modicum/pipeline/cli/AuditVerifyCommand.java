package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modicum.pipeline.audit.KeptCheckpoint;
import org.modicum.pipeline.audit.ProofFile;
import org.modicum.pipeline.audit.PublicKeys;
import org.modicum.pipeline.audit.log.LogReader;
import org.modicum.pipeline.audit.log.Problem;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.audit.Checkpoint;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.SignatureType;
import org.modicum.policy.audit.SignedCheckpoint;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        header = "Work every hash of the log out again, or check one proof file.",
        description = {
            "Ends with 0 if all holds, with 77 and every problem if not. With --since it also shows that the log is",
            "the one of an earlier checkpoint with more at its end: only that notices a past that was written anew",
            "by whoever has the log's key."
        })
final class AuditVerifyCommand implements Runnable {
    @ParentCommand
    AuditCommand audit;

    @Mixin
    AuditedLog log;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "A checkpoint that was kept elsewhere, or any proof file that was given out.")
    Path since;

    @Option(
            names = "--witness-key",
            paramLabel = "VKEY",
            description = "A witness who must have signed the checkpoint of --since. May be given several times.")
    List<String> witnesses = List.of();

    @Option(
            names = "--proof",
            paramLabel = "FILE",
            description = "Check this proof and nothing else; needs no log, only --key.")
    Path proof;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "With --proof: the file that the proof is of.")
    Path of;

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        if (proof == null && of != null || proof != null && since != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "A FILE goes with --proof, and --since does without it.");
        }
        if (since == null && !witnesses.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--witness-key goes with --since.");
        }
        if (proof == null) {
            verifyLog();
        } else {
            verifyProof();
        }
    }

    private void verifyLog() {
        LogReader reader = log.reader(audit.modicum);
        List<Problem> problems = new ArrayList<>(reader.verify());
        if (since != null) {
            NoteKey key = log.key(audit.modicum);
            SignedCheckpoint kept = KeptCheckpoint.read(
                    since,
                    key,
                    witnesses.stream()
                            .map(witness -> PublicKeys.parse(witness, SignatureType.WITNESS))
                            .toList());
            problems.addAll(reader.consistency(kept.checkpoint()));
        }
        refuse(problems);
        Checkpoint head = reader.checkpoint().checkpoint();
        System.out.println("The log " + head.origin() + " holds: " + head.size() + " entries, root "
                + head.root().base64() + (since == null ? "." : ", and it continues the checkpoint in " + since + "."));
    }

    private void verifyProof() {
        ProofFile checked = ProofFile.verify(proof, log.key(audit.modicum));
        if (of != null) {
            checked.refuseUnlessOf(of);
        }
        Checkpoint head = checked.head().checkpoint();
        System.out.println("The proof holds" + (of == null ? "" : " for " + of) + ": entry " + checked.place()
                + " of the log " + head.origin() + " as it was with " + head.size() + " entries.");
        System.out.println("  " + checked.entry().readable());
    }

    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            problems.forEach(problem -> System.out.println(problem.what() + ": " + problem.message()));
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "The log does not hold: " + problems.size() + (problems.size() == 1 ? " problem" : " problems")
                            + ". docs/reference/audit-log.md says what each means.");
        }
    }
}
