package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.policy.grant.Enrolment;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.signature.Ed25519Signer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "statement",
        mixinStandardHelpOptions = true,
        header = "State, signed with your key, that the key is yours: what `approver enrol` asks for.")
final class ApproverStatementCommand implements Runnable {
    @Option(names = "--key", paramLabel = "FILE", required = true, description = "Your private key.")
    Path key;

    @Option(names = "--person", paramLabel = "USER", required = true, description = "Your user name as staff.")
    String person;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = "A role of yours, like personnel; once for each.")
    List<String> roles;

    @Option(names = "--department", paramLabel = "NAME", required = true, description = "Where you work.")
    String department;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the statement goes.")
    Path out;

    @Mixin
    PassphraseOption passphrase;

    @Override
    public void run() {
        SignedFile.checkNew(out);
        Ed25519Signer signer = passphrase.open(key);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        byte[] statement = Enrolment.make(
                        new UserName(person), List.copyOf(new TreeSet<>(roles)), department, now, signer)
                .encoded();
        SignedFile.writeNew(out, statement);
        System.out.println("Wrote " + out + ". Hand it over with " + key + ".pub, in person.");
    }
}
