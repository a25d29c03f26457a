package org.modicum.pipeline.retain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.policy.grant.Approver;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.EnrolledKey;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Registry;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.About;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.signature.Ed25519Signer;

/** Two people of a site who can place holds. */
final class SignedHolds {
    private static final Instant ENROLLED = Instant.parse("2026-01-01T00:00:00Z");

    private final TestSite site;
    private final Ed25519Signer officer;
    private final Ed25519Signer personnel;

    private SignedHolds(TestSite site, Ed25519Signer officer, Ed25519Signer personnel) {
        this.site = site;
        this.officer = officer;
        this.personnel = personnel;
    }

    /** Sets the site's roots and puts its registry in place. */
    static SignedHolds at(TestSite site) {
        return at(site, key(), key());
    }

    /** The same, with the keys of {@code d.officer} and {@code p.personnel}. */
    static SignedHolds at(TestSite site, Ed25519Signer officer, Ed25519Signer personnel) {
        SignedHolds holds = new SignedHolds(site, officer, personnel);
        Ed25519Signer one = key();
        Ed25519Signer other = key();
        site.settings(PastSite.DAYS + "modicum.authorisation.roots = [\""
                + one.key().line() + "\", \"" + other.key().line() + "\"]\n");
        Registry registry = new Registry(
                1,
                ENROLLED,
                List.of(
                        approver("d.officer", "data-protection-officer", holds.officer),
                        approver("p.personnel", "personnel", holds.personnel)));
        write(
                site.home().resolve("grants/registry.json"),
                Envelope.sign(PayloadType.REGISTRY, registry.body(), one)
                        .alsoSign(PayloadType.REGISTRY, registry.body(), other)
                        .encoded());
        return holds;
    }

    /** Signed by both. */
    byte[] signed(PayloadType type, byte[] body) {
        return Envelope.sign(type, body, officer)
                .alsoSign(type, body, personnel)
                .encoded();
    }

    byte[] signedAlone(PayloadType type, byte[] body) {
        return Envelope.sign(type, body, officer).encoded();
    }

    /** For everybody of a week, from a moment and for so many days. */
    void place(String week, Instant created, int days) {
        write(file(), signed(PayloadType.HOLD, body(week, created, days)));
    }

    void placeAlone(String week, Instant created, int days) {
        write(file(), signedAlone(PayloadType.HOLD, body(week, created, days)));
    }

    private static byte[] body(String week, Instant created, int days) {
        LocalDate day = LocalDate.ofInstant(created, ZoneOffset.UTC);
        return new Hold(
                        created.truncatedTo(ChronoUnit.SECONDS),
                        new CaseReference("LEG-2026-0007"),
                        Hold.Reason.LEGAL_CLAIM,
                        new About.Everybody(),
                        IsoWeek.parse(week),
                        IsoWeek.parse(week),
                        day,
                        day.plusDays(days))
                .body();
    }

    private static Ed25519Signer key() {
        return Ed25519Signer.of(Ed25519Signer.generate());
    }

    private Path file() {
        return site.home().resolve("holds/LEG-2026-0007.json");
    }

    private static Approver approver(String name, String role, Ed25519Signer key) {
        EnrolledKey enrolled =
                new EnrolledKey(key.key(), ENROLLED, ENROLLED.plus(Duration.ofDays(400)), Optional.empty());
        return new Approver(new UserName(name), List.of(role), "Governance", List.of(enrolled));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
