package org.modicum.pipeline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.modicum.pipeline.audit.ProofFile;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.LogReader;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        header = "Print a proof that an entry is in the log; whoever has the log's public key can check it alone.",
        description = "Check it with `modicum audit verify --proof FILE --key VKEY`.")
final class AuditProveCommand implements Runnable {
    @ParentCommand
    AuditCommand audit;

    @Mixin
    AuditedLog log;

    @Parameters(
            paramLabel = "ENTRY",
            description = {
                "The entry's place, as `modicum audit show` has it; or a file, or its SHA-256 in hexadecimal digits:",
                "the first entry that speaks of it."
            })
    String wanted;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the proof there (default: standard output).")
    Path out;

    @Override
    public void run() {
        LogReader reader = log.reader(audit.modicum);
        String proof = reader.proof(place(reader.entries())).text();
        if (out == null) {
            System.out.print(proof);
            return;
        }
        try {
            AtomicFile.write(out, proof.getBytes(UTF_8), AtomicFile.GROUP_READS);
        } catch (IOException e) {
            throw new UncheckedIOException("The proof " + out + " could not be written", e);
        }
    }

    private long place(List<Entry> entries) {
        if (wanted.matches("[0-9]{1,9}")) {
            int place = Integer.parseInt(wanted);
            if (place >= entries.size()) {
                throw none("The log has " + entries.size() + " entries, numbered from 0; there is no " + wanted + ".");
            }
            return place;
        }
        String digest = wanted.matches("[0-9a-f]{64}") && !Files.exists(Path.of(wanted))
                ? wanted
                : ProofFile.digest(Path.of(wanted)).hex();
        for (int place = 0; place < entries.size(); place++) {
            if (entries.get(place).digests().contains(digest)) {
                return place;
            }
        }
        throw none("No entry speaks of " + wanted + " (SHA-256 " + digest + ").");
    }

    private static ExitException none(String message) {
        return new ExitException(ExitCode.NO_INPUT, message);
    }
}
