package org.modicum.pipeline.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.grant.HeldLog;
import org.modicum.pipeline.grant.Publication;
import org.modicum.pipeline.grant.SiteLog;
import org.modicum.pipeline.retain.StandingOrder;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.Approver;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.EnrolledKey;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Registry;
import org.modicum.policy.grant.Revocations;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.retention.StandingRule;

/** Who may approve at the demo's university, and two people's order to delete every night. */
final class DemoAuthority {
    private static final int YEAR = 365;

    private final Settings settings;
    private final DemoPeople people;
    private final DemoCast cast;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    DemoAuthority(Settings settings, DemoPeople people, DemoCast cast) {
        this.settings = settings;
        this.people = people;
        this.cast = cast;
    }

    /** Once the audit log has begun. */
    void establish(PrintStream out) throws IOException {
        out.println();
        out.println("── Who may approve, and an order to delete ──");
        try (AuditLog log = SiteLog.held(settings)) {
            Publication publication = new Publication(settings, new HeldLog(log));
            out.println(publication.publish(
                    people.signed(PayloadType.REGISTRY, registry().body(), "root-1", "root-2"), Instant.now()));
            byte[] revocations = new Revocations(1, now, List.of(), List.of()).body();
            out.println(
                    publication.publish(people.signed(PayloadType.REVOCATIONS, revocations, "root-1"), Instant.now()));
            StandingRule rule = new StandingOrder(settings, log)
                    .handIn(people.signed(PayloadType.STANDING_RULE, rule().body(), "officer", "personnel"), "demo");
            out.println("DEMO-2026-0, a standing rule: what is past its time is deleted every night until " + rule.to()
                    + ".");
        }
    }

    private StandingRule rule() {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new StandingRule(
                now,
                new CaseReference("DEMO-2026-0"),
                settings.auditOrigin(),
                today,
                today.plusDays(YEAR),
                settings.retention().guards(),
                settings.retention().rules());
    }

    private Registry registry() {
        return new Registry(
                1,
                now,
                List.of(
                        approver(cast.officer(), "data-protection-officer", "officer"),
                        approver(cast.personnel(), "personnel", "personnel"),
                        approver(cast.recipient(), "senior-officer", "requester")));
    }

    private Approver approver(Member member, String role, String key) {
        EnrolledKey enrolled =
                new EnrolledKey(people.signer(key).key(), now, now.plus(Duration.ofDays(YEAR)), Optional.empty());
        return new Approver(new UserName(member.username()), List.of(role), member.department(), List.of(enrolled));
    }
}
