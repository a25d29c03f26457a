package org.modicum.pipeline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.modicum.pipeline.audit.GivenProofs;
import org.modicum.pipeline.audit.ProofFile;
import org.modicum.pipeline.audit.PublicKeys;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.seal.Age;
import org.modicum.pipeline.seal.Archive;
import org.modicum.policy.audit.SignatureType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        header = "For the recipient: open a sealed file with your age key.",
        description = {
            "Needs no settings: open it on your own machine. Anybody can encrypt something to you: with --key it is",
            "opened only if its proof says that your university's Modicum sealed it. Without Modicum, and unproven:",
            "  age --decrypt --identity KEY FILE > flag.zip"
        })
final class FlagOpenCommand implements Runnable {
    private static final String IDENTITY = "AGE-SECRET-KEY-1";
    private static final Set<Kind> SEALED = EnumSet.of(Kind.FLAG, Kind.SUBJECT_REPORT);

    @Parameters(paramLabel = "FILE", description = "What `modicum flag` or `modicum subject-report` sealed.")
    Path file;

    @Option(
            names = "--identity",
            paramLabel = "KEY",
            required = true,
            description = "Your private key, as `modicum flag keygen` or age-keygen writes it.")
    Path identity;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "The audit log's public key, the line or a file that has it, as a person gave it to you.")
    String log;

    @Option(
            names = "--proof",
            paramLabel = "FILE",
            description = "The proof that goes with the file (default: beside it, with .tlog-proof at the end).")
    Path proof;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Where it goes; readable by you alone.")
    Path to;

    @Override
    public void run() {
        byte[] sealed = read(file);
        if (log != null) {
            refuseUnlessProven();
        }
        Map<String, byte[]> files = Archive.read(Age.decrypt(sealed, key()));
        Home folder = new Home(to.toAbsolutePath());
        files.forEach((name, content) -> {
            Path target = folder.create(folder.root()).resolve(name);
            if (Files.exists(target)) {
                throw new ExitException(ExitCode.USAGE, target + " is there already. Choose another folder.");
            }
            write(target, content);
            System.out.println(target);
        });
        if (log == null) {
            System.out.println(
                    "Anybody can encrypt something to you, and nothing says who did. Open it with --key LINE, the"
                            + " audit log's public key as a person gave it to you, and its proof is checked first.");
        }
    }

    private void refuseUnlessProven() {
        Path given = proof == null ? Path.of(file + GivenProofs.SUFFIX) : proof;
        ProofFile checked = ProofFile.verify(given, PublicKeys.parse(log, SignatureType.LOG));
        checked.refuseUnlessOf(file);
        // The log has the digest of whatever was refused, too: who hands in a forged file has a proof of that.
        if (!SEALED.contains(checked.entry().kind())) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "Not opened: what the proof is of is no sealed file but this.\n  "
                            + checked.entry().readable());
        }
        System.out.println("Sealed by the Modicum of the log "
                + checked.head().checkpoint().origin() + ":");
        System.out.println("  " + checked.entry().readable());
    }

    private String key() {
        return new String(read(identity), StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.startsWith(IDENTITY))
                .findFirst()
                .orElseThrow(() -> new ExitException(
                        ExitCode.NO_INPUT, identity + " has no line that begins with " + IDENTITY + "."));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ExitException(ExitCode.NO_INPUT, file + " cannot be read.", e);
        }
    }

    private static void write(Path target, byte[] content) {
        try {
            AtomicFile.write(target, content, AtomicFile.OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + target + " could not be written", e);
        }
    }
}
