package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.hold.HoldWords;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.About;
import org.modicum.policy.retention.Hold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "place",
        mixinStandardHelpOptions = true,
        header = "Draw up a hold and sign it, as the first of two people.",
        description = {
            "Asks on a terminal for what the options leave out. Needs no settings: sign on your own machine. It keeps",
            "nothing until somebody of another role has signed it (`hold sign`) and it was handed in (`hold submit`)."
        })
final class HoldPlaceCommand implements Runnable {
    @Option(names = "--case", paramLabel = "REF", description = "Case reference, like LEG-2026-0007; never a name.")
    String caseReference;

    @Option(names = "--about", paramLabel = "KIND", description = "weeks (everybody), department or person.")
    String about;

    @Option(names = "--of", paramLabel = "NAME", description = "The department, or the person's user name.")
    String of;

    @Option(names = "--first", paramLabel = "WEEK", description = "First ISO week, like 2026-W08.")
    String first;

    @Option(names = "--last", paramLabel = "WEEK", description = "Last ISO week; at most 53 weeks.")
    String last;

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "legal_claim, investigation, request_of_the_person or order_of_an_authority.")
    String reason;

    @Option(
            names = "--review",
            paramLabel = "DAY",
            description = "The day on which somebody asks whether it is still needed, like 2026-06-01.")
    String review;

    @Option(names = "--expiry", paramLabel = "DAY", description = "The last day on which it holds, within a year.")
    String expiry;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the draft goes (default: REF.hold.draft.json).")
    Path out;

    @Mixin
    DraftSigning signing;

    @Override
    public void run() {
        Answers answers = Answers.ofTerminal();
        String reference = answers.or(caseReference, "--case", "Case reference, like LEG-2026-0007");
        String whom = answers.or(about, "--about", "About: weeks (everybody), department or person");
        Optional<String> who = whom.equals("department")
                ? Optional.of(answers.or(of, "--of", "Which department"))
                : whom.equals("person")
                        ? Optional.of(answers.or(of, "--of", "The person's user name"))
                        : Optional.ofNullable(of);
        String from = answers.or(first, "--first", "First ISO week, like 2026-W08");
        String to = answers.or(last, "--last", "Last ISO week");
        String why = answers.or(reason, "--reason", "Reason: " + reasons());
        String asked = answers.or(review, "--review", "Day of the review, like 2026-06-01");
        String ends = answers.or(expiry, "--expiry", "Last day on which it holds, within a year");
        answers.throwIfMissing();
        Hold hold = hold(reference, whom, who, from, to, why, asked, ends);
        Path draft = out == null ? Path.of(reference + ".hold.draft.json") : out;
        signing.first(PayloadType.HOLD, hold.body(), HoldWords.of(hold), draft);
    }

    private static Hold hold(
            String reference,
            String whom,
            Optional<String> who,
            String from,
            String to,
            String why,
            String asked,
            String ends) {
        try {
            return new Hold(
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    new CaseReference(reference),
                    Hold.Reason.of(why.replace('-', '_').toLowerCase(Locale.ROOT)),
                    About.parse(whom, who),
                    IsoWeek.parse(from),
                    IsoWeek.parse(to),
                    LocalDate.parse(asked),
                    LocalDate.parse(ends));
        } catch (RefusedException e) {
            throw new ExitException(ExitCode.USAGE, "No draft was written. " + e.detail(), e);
        } catch (DateTimeException e) {
            throw new ExitException(ExitCode.USAGE, "No draft was written. A day is written like 2026-06-01.", e);
        } catch (IllegalArgumentException e) {
            throw new ExitException(
                    ExitCode.USAGE, "No draft was written. " + e.getMessage() + ". Reasons: " + reasons() + ".", e);
        }
    }

    private static String reasons() {
        return Arrays.stream(Hold.Reason.values()).map(Hold.Reason::word).collect(Collectors.joining(", "));
    }
}
