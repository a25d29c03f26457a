package org.modicum.pipeline.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.SiteLog;
import org.modicum.pipeline.nightly.Nightly;
import org.modicum.pipeline.nightly.Step;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Reason;
import org.modicum.policy.grant.Recipient;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.grant.Subject;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.grant.Weeks;

/** One executed and one refused grant, at the end of the demo. */
final class DemoGrants {
    private final Settings settings;
    private final DemoPeople people;
    private final DemoCast cast;
    private final Weeks weeks;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    DemoGrants(Settings settings, DemoPeople people, DemoCast cast, Weeks weeks) {
        this.settings = settings;
        this.people = people;
        this.cast = cast;
        this.weeks = weeks;
    }

    void run(Path settingsFile, PrintStream out) throws IOException {
        out.println();
        out.println("── Two grants ──");
        Grant executed = grant("DEMO-2026-1", cast.subject(), cast.other());
        Grant refused = grant("DEMO-2026-2", cast.subject());
        try (GrantLog log = SiteLog.open(settings)) {
            GrantDesk desk = new GrantDesk(settings, log, "demo");
            desk.handIn(people.signed(PayloadType.GRANT, executed.body(), "officer", "personnel"), Instant.now());
            out.println("DEMO-2026-1, signed by the data-protection officer and by Personnel, was handed in.");
            try {
                desk.handIn(people.signed(PayloadType.GRANT, refused.body(), "officer", "requester"), Instant.now());
            } catch (ExitException e) {
                out.println("DEMO-2026-2, signed by the person who asked for it:");
                out.println(e.getMessage());
            }
        }
        out.println();
        Nightly.run(settings, Instant.now(), out, Step.FLAG);
        tellWhereToLook(settingsFile, out);
    }

    private void tellWhereToLook(Path settingsFile, PrintStream out) throws IOException {
        Path sealed = settings.grants().resolve("sealed");
        out.println();
        out.println("Grants: " + people.folder().resolve("README.txt")
                + " says whose keys are whose. Open what was sealed,");
        out.println("as its recipient; look at both grants' entries in the audit log:");
        try (Stream<Path> files = Files.list(sealed)) {
            files.filter(file -> file.toString().endsWith(".age"))
                    .forEach(file -> out.println("  ./modicum flag open " + file + " --identity "
                            + people.folder().resolve("recipient.txt") + " --to "
                            + people.folder().resolve("opened")));
        }
        out.println("  ./modicum --config " + settingsFile + " audit show --last 12");
    }

    private Grant grant(String reference, Member... about) {
        List<Subject> subjects = Stream.of(about)
                .distinct()
                .map(member -> new Subject(new UserName(member.username()), member.department()))
                .toList();
        try {
            return new Grant(
                    UUID.randomUUID(),
                    settings.auditOrigin(),
                    new Purpose.NamedSubjects(Reason.EXCESSIVE_USE, subjects),
                    new CaseReference(reference),
                    Digests.sha256(GrantFolder.read(people.folder().resolve("why.txt"))),
                    new UserName(cast.recipient().username()),
                    weeks,
                    Sites.ALL,
                    new Recipient(new UserName(cast.recipient().username()), people.recipient()),
                    now,
                    now,
                    now.plus(Duration.ofDays(30)),
                    1);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's recipient has no key", e);
        }
    }
}
