package org.modicum.pipeline.grant;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Enrolment;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Reason;
import org.modicum.policy.grant.Recipient;
import org.modicum.policy.grant.Registry;
import org.modicum.policy.grant.Revocations;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.grant.Subject;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.grant.Weeks;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.signature.Ed25519Signer;

/** An installation with a registry and revocations in force, and everybody's keys at hand. */
record DeskSite(GrantSite site, List<Ed25519Signer> roots, Ed25519Signer okoro, Ed25519Signer vance) {
    /** One moment for all: the audit logs of these tests begin now. */
    static final Instant NOW = thisSecond();

    static final Instant LATER = NOW.plus(Duration.ofDays(300));

    static DeskSite in(Path folder) throws IOException {
        GrantSite site = GrantSite.in(folder);
        DeskSite desk = new DeskSite(site, List.of(key(), key()), key(), key());
        site.settings("\"" + desk.roots.get(0).key().line() + "\", \""
                + desk.roots.get(1).key().line() + "\"");
        desk.publish(desk.registry());
        desk.publish(desk.revocations(1));
        return desk;
    }

    private static Instant thisSecond() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    static Ed25519Signer key() {
        return Ed25519Signer.of(Ed25519Signer.generate());
    }

    Settings settings() {
        return site.settings();
    }

    Registry registry() {
        Registry one = Registry.first(
                enrolment("d.okoro", "data-protection-officer", "Governance", okoro), NOW.minusSeconds(60), LATER);
        return one.with(enrolment("p.vance", "personnel", "Personnel", vance), NOW.minusSeconds(60), LATER);
    }

    static Enrolment enrolment(String person, String role, String department, Ed25519Signer signer) {
        return new Enrolment(new UserName(person), List.of(role), department, signer.key(), NOW);
    }

    Revocations revocations(int sequence) {
        return new Revocations(sequence, NOW, List.of(), List.of());
    }

    Grant grant(int uses) {
        return new Grant(
                UUID.randomUUID(),
                GrantSite.ORIGIN,
                new Purpose.NamedSubjects(
                        Reason.EXCESSIVE_USE, List.of(new Subject(new UserName("a.smith"), "Registry"))),
                new CaseReference("HR-2026-0117"),
                "a".repeat(64),
                new UserName("m.jones"),
                new Weeks(IsoWeek.parse("2026-W08"), IsoWeek.parse("2026-W10")),
                Sites.ALL,
                new Recipient(new UserName("q.reader"), GrantSite.AGE),
                NOW,
                NOW,
                NOW.plus(Duration.ofDays(30)),
                uses);
    }

    byte[] signed(Grant grant) {
        return Envelope.sign(PayloadType.GRANT, grant.body(), okoro)
                .alsoSign(PayloadType.GRANT, grant.body(), vance)
                .encoded();
    }

    byte[] signed(Registry registry) {
        return Envelope.sign(PayloadType.REGISTRY, registry.body(), roots.get(0))
                .alsoSign(PayloadType.REGISTRY, registry.body(), roots.get(1))
                .encoded();
    }

    byte[] signed(Revocations list) {
        return Envelope.sign(PayloadType.REVOCATIONS, list.body(), roots.get(1)).encoded();
    }

    void publish(Registry registry) throws IOException {
        publish(signed(registry));
    }

    void publish(Revocations list) throws IOException {
        publish(signed(list));
    }

    String publish(byte[] envelope) throws IOException {
        try (GrantLog log = SiteLog.open(settings())) {
            return new Publication(settings(), log).publish(envelope, NOW);
        }
    }
}
