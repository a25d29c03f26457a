package org.modicum.pipeline.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.pipeline.seal.Age;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        header = "For the recipient: make an age key, as age-keygen does. Prints the public half, for the grant.",
        description = "The private half is not under a passphrase: keep the file where only you can read it.")
final class FlagKeygenCommand implements Runnable {
    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the key goes; a new file.")
    Path out;

    @Override
    public void run() {
        Age.Key key = Age.Key.generate();
        String text =
                "# created: " + Instant.now() + "\n# public key: " + key.recipient() + "\n" + key.identity() + "\n";
        SignedFile.writeNew(out, text.getBytes(StandardCharsets.US_ASCII));
        System.out.println(key.recipient());
    }
}
