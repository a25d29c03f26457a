package org.modicum.pipeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.PlainWords;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.sites.Shipped;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Recipient;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.grant.Weeks;
import org.modicum.policy.protocol.IsoWeek;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "request",
        mixinStandardHelpOptions = true,
        header = "Write the draft of a grant. It allows nothing until others have signed it.",
        description = {
            "Asks on a terminal for what the options leave out. Needs no settings; where there are some, the sites are"
                    + " held against this installation's catalogue."
        })
final class GrantRequestCommand implements Runnable {
    private static final String NO_DRAFT = "No draft was written.";

    @ParentCommand
    GrantCommand grant;

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

    @Option(
            names = "--sites",
            paramLabel = "LIST",
            description = "Sites of the catalogue, separated by commas, or the word all.")
    String sites;

    @Option(names = "--recipient", paramLabel = "USER", description = "Who may read the result.")
    String recipient;

    @Option(names = "--recipient-key", paramLabel = "AGE", description = "The recipient's age key, age1….")
    String recipientKey;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "Days that it is valid, from now on. At most 30. Default: ${DEFAULT-VALUE}.")
    int days;

    @Option(names = "--uses", paramLabel = "N", defaultValue = "1", description = "Uses, at most 5. Default: 1.")
    int uses;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the draft goes (default: REF.draft.json).")
    Path out;

    @Override
    public void run() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Optional<Settings> site = grant.modicum.settingsIfAny();
        Answers options = Answers.ofOptionsAlone();
        options.check(days >= 1 && days <= Grant.LONGEST.toDays(), "--days: 1 to " + Grant.LONGEST.toDays() + ".");
        options.check(uses >= 1 && uses <= Grant.MOST_USES, "--uses: 1 to " + Grant.MOST_USES + ".");
        options.check(out == null || !Files.exists(out), "--out: " + out + " is there already. Choose another name.");
        ask(options, site, now);
        options.throwIfWrong(NO_DRAFT);
        Answers answers = Answers.ofTerminal();
        Optional<Supplier<Grant>> asked = ask(answers, site, now);
        answers.throwIfMissing();
        write(drafted(asked.orElseThrow()), site);
    }

    /** @return what makes the draft of all answers; empty if any is missing or wrong, which the answers tell */
    private Optional<Supplier<Grant>> ask(Answers answers, Optional<Settings> site, Instant now) {
        Instant end = now.plus(Duration.ofDays(days));
        String here = site.map(settings -> ", here " + settings.auditOrigin()).orElse("");
        Optional<CaseReference> reference =
                answers.read(caseReference, "--case", "Case reference, like HR-2026-0117", this::caseWithoutDraft);
        Optional<String> why = answers.read(
                justification,
                "--justification",
                "File with the justification",
                file -> Digests.sha256(GrantFolder.read(Path.of(file))));
        Optional<UserName> who = answers.read(requester, "--requester", "Your user name", UserName::new);
        Optional<String> where = answers.read(
                audience, "--audience", "Name of the installation's audit log" + here, Grant::checkedAudience);
        Optional<IsoWeek> first = answers.read(from, "--from", "First ISO week, like 2026-W08", IsoWeek::parse);
        Optional<Weeks> weeks = answers.read(to, "--to", "Last ISO week", last -> weeks(first, last));
        Optional<Sites> about = answers.read(
                whom.isReport() && sites == null ? "all" : sites,
                "--sites",
                "Sites, like facebook,youtube, or the word all",
                list -> sites(list, site));
        Optional<UserName> reader =
                answers.read(recipient, "--recipient", "User name of who may read the result", UserName::new);
        Optional<String> key =
                answers.read(recipientKey, "--recipient-key", "Their age key (age1…)", Recipient::checkedKey);
        Optional<Purpose> purpose = whom.ask(answers);
        boolean all = Stream.of(reference, why, who, where, weeks, about, reader, key, purpose)
                .allMatch(Optional::isPresent);
        return all
                ? Optional.of(() -> new Grant(
                        UUID.randomUUID(),
                        where.get(),
                        purpose.get(),
                        reference.get(),
                        why.get(),
                        who.get(),
                        weeks.get(),
                        about.get(),
                        new Recipient(reader.get(), key.get()),
                        now,
                        now,
                        end,
                        uses))
                : Optional.empty();
    }

    private static Grant drafted(Supplier<Grant> answers) {
        try {
            return answers.get();
        } catch (RefusedException e) {
            throw new ExitException(ExitCode.USAGE, NO_DRAFT + " " + e.detail(), e);
        }
    }

    private void write(Grant written, Optional<Settings> site) {
        Path draft = draft(written.caseReference());
        byte[] body = written.body();
        SignedFile.writeNew(draft, body);
        System.out.println(PlainWords.of(written));
        System.out.println("Wrote the draft " + draft + ", digest " + Digests.sha256(body)
                + ". It allows nothing until others sign it, each with their own key:\n  modicum grant sign " + draft
                + " --key FILE");
        List<String> strange = written.sites().missingFrom(Shipped.names());
        if (site.isEmpty() && !strange.isEmpty()) {
            System.err.println("Not in the catalogue that Modicum comes with: " + String.join(", ", strange)
                    + ". If the installation has no such site either, it refuses the grant. Look for a typo.");
        }
    }

    private Path draft(CaseReference reference) {
        return out == null ? Path.of(reference.text() + ".draft.json") : out;
    }

    private CaseReference caseWithoutDraft(String text) {
        CaseReference reference = new CaseReference(text);
        if (out == null && Files.exists(draft(reference))) {
            throw new ExitException(
                    ExitCode.USAGE, draft(reference) + " is there already. Give another file with --out.");
        }
        return reference;
    }

    /** Held against the widest that may be, so that what no grant may ask for is said while it is asked. */
    private Weeks weeks(Optional<IsoWeek> first, String last) {
        IsoWeek to = IsoWeek.parse(last);
        Weeks weeks = new Weeks(first.orElse(to), to);
        weeks.checkNumber(whom.isReport() ? Weeks.MOST_OF_A_REPORT : Weeks.MOST);
        return weeks;
    }

    private static Sites sites(String list, Optional<Settings> site) {
        Sites asked = new Sites(List.copyOf(
                new TreeSet<>(Arrays.stream(list.split(",")).map(String::strip).toList())));
        site.map(settings -> Set.copyOf(settings.catalogue().sites())).ifPresent(catalogue -> {
            List<String> unknown = asked.missingFrom(catalogue);
            if (!unknown.isEmpty()) {
                throw new ExitException(
                        ExitCode.USAGE,
                        String.join(", ", unknown) + ": not in this installation's catalogue, which has "
                                + String.join(", ", new TreeSet<>(catalogue)) + ".");
            }
        });
        return asked;
    }
}
