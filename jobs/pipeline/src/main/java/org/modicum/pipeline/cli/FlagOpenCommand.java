package org.modicum.pipeline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.modicum.pipeline.audit.GivenProofs;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.seal.Age;
import org.modicum.pipeline.seal.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        header = "For the recipient: open a sealed file with your age key.",
        description = {
            "Needs no settings: open it on your own machine. The same with other programs:",
            "  age --decrypt --identity KEY FILE > flag.zip"
        })
final class FlagOpenCommand implements Runnable {
    private static final String IDENTITY = "AGE-SECRET-KEY-1";

    @Parameters(paramLabel = "FILE", description = "What `modicum flag` or `modicum subject-report` sealed.")
    Path file;

    @Option(
            names = "--identity",
            paramLabel = "KEY",
            required = true,
            description = "Your private key, as `modicum flag keygen` or age-keygen writes it.")
    Path identity;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Where it goes; readable by you alone.")
    Path to;

    @Override
    public void run() {
        Map<String, byte[]> files = Archive.read(Age.decrypt(read(file), key()));
        Home folder = new Home(to.toAbsolutePath());
        files.forEach((name, content) -> {
            Path target = folder.create(folder.root()).resolve(name);
            if (Files.exists(target)) {
                throw new ExitException(ExitCode.USAGE, target + " is there already. Choose another folder.");
            }
            write(target, content);
            System.out.println(target);
        });
        System.out.println(
                "Anybody can encrypt something to you. Whether this is of your university's Modicum, its proof says:");
        System.out.println("  modicum audit verify --proof " + file + GivenProofs.SUFFIX + " --key LINE " + file);
        System.out.println("where LINE is the audit log's public key, as a person gave it to you.");
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
