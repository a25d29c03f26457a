package org.modicum.pipeline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.PublicKeys;
import org.modicum.pipeline.audit.witness.Witnessed;
import org.modicum.policy.audit.SignatureType;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "checkpoint",
        mixinStandardHelpOptions = true,
        header = "Print the signed head of the log; or enter that a witness signed an earlier one.",
        description = {
            "Two hundred bytes that fix every entry up to now. Kept by somebody who is not of IT, they show whether",
            "the past was changed: `modicum audit verify --since FILE`.",
            "",
            "With --witnessed, on the installation: what `modicum audit witness` wrote is checked, and that a witness",
            "has seen the log up to there becomes an entry of the log itself."
        })
final class AuditCheckpointCommand implements Runnable {
    @ParentCommand
    AuditCommand audit;

    @Mixin
    AuditedLog log;

    @Option(names = "--witnessed", paramLabel = "FILE", description = "A checkpoint with a witness's signature.")
    Path witnessed;

    @Option(
            names = "--witness-key",
            paramLabel = "VKEY",
            description = "The witness's public key, the line or a file that has it, as the witness gave it to you.")
    String witness;

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        if ((witnessed == null) != (witness == null)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--witnessed and --witness-key go together.");
        }
        if (witnessed == null) {
            System.out.print(log.reader(audit.modicum).checkpoint().note().encoded());
            return;
        }
        if (log.folder != null || log.key != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--witnessed is for this installation's own log: leave out --log and --key.");
        }
        try (AuditLog open = AuditLog.open(audit.modicum.settings())) {
            System.out.println(Witnessed.enter(open, witnessed, PublicKeys.parse(witness, SignatureType.WITNESS)));
        } catch (IOException e) {
            throw new UncheckedIOException("The audit log could not be closed", e);
        }
    }
}
