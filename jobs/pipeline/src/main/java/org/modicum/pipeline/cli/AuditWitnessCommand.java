package org.modicum.pipeline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.approver.Passphrase;
import org.modicum.pipeline.audit.KeptCheckpoint;
import org.modicum.pipeline.audit.log.LogReader;
import org.modicum.pipeline.audit.witness.Witness;
import org.modicum.pipeline.audit.witness.WitnessKey;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.policy.audit.NoteSigner;
import org.modicum.policy.audit.SignedCheckpoint;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        header = "For a second party: sign the log's checkpoint, if it continues the one you kept.",
        description = {
            "Checks the whole log, then that it is the log of the checkpoint you kept with more at its end. Only then",
            "adds your signature and the time to today's checkpoint and stores it in place of the old one. Keep that",
            "file where the log's administrators cannot write; next time you need it again. Your key you make once,",
            "with `modicum audit keygen`."
        })
final class AuditWitnessCommand implements Runnable {
    @ParentCommand
    AuditCommand audit;

    @Mixin
    AuditedLog log;

    @Mixin
    PassphraseOption passphrase;

    @ArgGroup(multiplicity = "1")
    Kept kept;

    static final class Kept {
        @Option(names = "--since", paramLabel = "FILE", description = "The checkpoint that you kept.")
        Path since;

        @Option(names = "--first", description = "You have none yet: begin with today's log. Needs --out.")
        boolean first;
    }

    @Option(
            names = "--sign-with",
            paramLabel = "FILE",
            required = true,
            description = "Your private key, as `modicum audit keygen` made it.")
    Path signWith;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to store the checkpoint with your signature (default: the file of --since).")
    Path out;

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        if (log.key == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "A witness needs --key: the log's public key, as a person gave it to you.");
        }
        if (kept.first && out == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--first needs --out.");
        }
        LogReader reader = log.reader(audit.modicum);
        SignedCheckpoint head = reader.checkpoint();
        Optional<SignedCheckpoint> old = Optional.ofNullable(kept.since)
                .map(file -> KeptCheckpoint.read(file, log.key(audit.modicum), List.of()));
        AuditVerifyCommand.refuse(new Witness(reader).objections(head, old));
        Path file = out == null ? kept.since : out;
        store(file, Witness.cosigned(head, signer(), Instant.now()));
        System.out.println("The log " + head.checkpoint().origin() + " has "
                + head.checkpoint().size() + " entries"
                + old.map(one -> " and continues that of " + one.checkpoint().size())
                        .orElse("")
                + ". Signed, and stored in " + file + ".");
    }

    private NoteSigner signer() {
        char[] secret = Passphrase.existing(passphrase.descriptor);
        try {
            return WitnessKey.read(signWith, secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static void store(Path file, String checkpoint) {
        try {
            AtomicFile.write(file, checkpoint.getBytes(UTF_8), AtomicFile.GROUP_READS);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint " + file + " could not be written", e);
        }
    }
}
