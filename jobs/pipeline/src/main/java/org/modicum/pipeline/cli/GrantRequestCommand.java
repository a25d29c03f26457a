package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.PlainWords;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Recipient;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.grant.Weeks;
import org.modicum.policy.protocol.IsoWeek;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "request",
        mixinStandardHelpOptions = true,
        header = "Write the draft of a grant. It allows nothing until others have signed it.",
        description = "Asks on a terminal for what the options leave out. Needs no settings.")
final class GrantRequestCommand implements Runnable {
    @Mixin
    WhomOptions whom;

    @Option(names = "--case", paramLabel = "REF", description = "Case reference, like HR-2026-0117; never a name.")
    String caseReference;

    @Option(
            names = "--justification",
            paramLabel = "FILE",
            description = "The text that says why. It stays where it is; the draft has its digest.")
    String justification;

    @Option(names = "--requester", paramLabel = "USER", description = "Your user name as staff.")
    String requester;

    @Option(names = "--audience", paramLabel = "ORIGIN", description = "The name of the installation's audit log.")
    String audience;

    @Option(names = "--from", paramLabel = "WEEK", description = "First ISO week, like 2026-W08.")
    String from;

    @Option(names = "--to", paramLabel = "WEEK", description = "Last ISO week.")
    String to;

    @Option(names = "--sites", paramLabel = "LIST", defaultValue = "all", description = "Default: ${DEFAULT-VALUE}.")
    String sites;

    @Option(names = "--recipient", paramLabel = "USER", description = "Who may read the result.")
    String recipient;

    @Option(names = "--recipient-key", paramLabel = "AGE", description = "The recipient's age key, age1….")
    String recipientKey;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "Valid for, from now on. At most 30.")
    int days;

    @Option(names = "--uses", paramLabel = "N", defaultValue = "1", description = "Uses, at most 5. Default: 1.")
    int uses;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the draft goes (default: REF.draft.json).")
    Path out;

    @Override
    public void run() {
        Answers answers = Answers.ofTerminal();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String reference = answers.or(caseReference, "--case", "Case reference, like HR-2026-0117");
        String why = answers.or(justification, "--justification", "File with the justification");
        String who = answers.or(requester, "--requester", "Your user name");
        String where = answers.or(audience, "--audience", "Name of the installation's audit log");
        String first = answers.or(from, "--from", "First ISO week, like 2026-W08");
        String last = answers.or(to, "--to", "Last ISO week");
        String reader = answers.or(recipient, "--recipient", "User name of who may read the result");
        String key = answers.or(recipientKey, "--recipient-key", "Their age key (age1…)");
        whom.ask(answers);
        answers.throwIfMissing();
        byte[] text = GrantFolder.read(Path.of(why));
        Grant grant;
        try {
            grant = new Grant(
                    UUID.randomUUID(),
                    where,
                    whom.purpose(),
                    new CaseReference(reference),
                    Digests.sha256(text),
                    new UserName(who),
                    new Weeks(week(first), week(last)),
                    sites(),
                    new Recipient(new UserName(reader), key),
                    now,
                    now,
                    now.plus(Duration.ofDays(days)),
                    uses);
        } catch (RefusedException e) {
            throw new ExitException(ExitCode.USAGE, "No draft was written. " + e.detail(), e);
        }
        Path draft = out == null ? Path.of(reference + ".draft.json") : out;
        SignedFile.writeNew(draft, grant.body());
        System.out.println(PlainWords.of(grant));
        System.out.println(
                "Wrote the draft " + draft + ". It allows nothing until others sign it: modicum grant sign " + draft);
    }

    private Sites sites() {
        return new Sites(List.copyOf(
                new TreeSet<>(Arrays.stream(sites.split(",")).map(String::strip).toList())));
    }

    private static IsoWeek week(String text) {
        try {
            return IsoWeek.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ExitException(ExitCode.USAGE, e.getMessage(), e);
        }
    }
}
