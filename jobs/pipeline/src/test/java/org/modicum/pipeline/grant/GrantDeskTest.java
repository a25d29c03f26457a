package org.modicum.pipeline.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.Registry;
import org.modicum.policy.grant.Revocations;
import org.modicum.policy.grant.VerifiedGrant;

/** A permission leaves its intent in the log before it is one; a refusal leaves its reasons. */
class GrantDeskTest {
    @TempDir
    private Path folder;

    private DeskSite desk;

    @BeforeEach
    void installation() throws IOException {
        desk = DeskSite.in(folder);
    }

    @Test
    void theIntentIsInTheLogBeforeThePermissionIsGiven() throws IOException {
        Grant grant = desk.grant(2);
        try (GrantLog log = SiteLog.open(desk.settings())) {
            VerifiedGrant permission = begin(log, desk.signed(grant));
            Entry last = log.entries().get(log.entries().size() - 1);
            assertThat(last.kind()).isEqualTo(Kind.GRANT_INTENT);
            assertThat(last.text("grant")).isEqualTo(permission.digest());
            assertThat(last.count("use")).isEqualTo(1);
            assertThat(log.entries().stream().filter(entry -> entry.kind() == Kind.GRANT_SIGNED))
                    .hasSize(2);
        }
    }

    @Test
    void aCrashBurnsAUseAndNeverFreesOne() throws IOException {
        byte[] envelope = desk.signed(desk.grant(2));
        for (int use = 1; use <= 2; use++) {
            try (GrantLog log = SiteLog.open(desk.settings())) {
                assertThat(begin(log, envelope).use()).isEqualTo(use);
                // and nothing comes of it
            }
        }
        assertThat(refusedBecause(envelope)).containsExactly("USED_UP");
    }

    @Test
    void twoRunsCannotBothHaveTheLastUse() throws IOException {
        byte[] envelope = desk.signed(desk.grant(1));
        try (GrantLog one = SiteLog.open(desk.settings())) {
            assertThatExceptionOfType(ExitException.class)
                    .isThrownBy(() -> SiteLog.open(desk.settings()))
                    .satisfies(exit -> assertThat(exit.code()).isEqualTo(ExitCode.LOCKED));
            begin(one, envelope);
            assertThatExceptionOfType(ExitException.class).isThrownBy(() -> begin(one, envelope));
        }
        assertThat(refusedBecause(envelope)).containsExactly("USED_UP");
    }

    @Test
    void otherSignaturesDoNotMakeAUsedGrantNew() throws IOException {
        Grant grant = desk.grant(1);
        try (GrantLog log = SiteLog.open(desk.settings())) {
            begin(log, desk.signed(grant));
        }
        byte[] again = Envelope.sign(PayloadType.GRANT, grant.body(), desk.vance())
                .alsoSign(PayloadType.GRANT, grant.body(), desk.okoro())
                .encoded();
        assertThat(refusedBecause(again)).containsExactly("USED_UP");
    }

    @Test
    void aRefusalIsLoggedByDigestAndReasonsAlone() throws IOException {
        byte[] alone = Envelope.sign(PayloadType.GRANT, desk.grant(1).body(), desk.vance())
                .encoded();
        assertThat(refusedBecause(alone)).containsExactly("TOO_FEW_PEOPLE", "TOO_FEW_ROLES");
        Entry entry = last();
        assertThat(entry.text("envelope")).isEqualTo(Digests.sha256(alone));
        assertThat(refusedBecause(new byte[] {'x'})).containsExactly("NOT_AN_ENVELOPE");
    }

    @Test
    void aStrangersFileInTheFolderOpensNothing() throws IOException {
        Path live = Files.createDirectories(desk.settings().grants().resolve("live"));
        Files.write(live.resolve("HR-2026-0117-0.json"), new byte[] {'{', '}'});
        List<Path> files = new GrantFolder(desk.settings().grants()).grants();
        assertThat(refusedBecause(GrantFolder.read(files.get(0)))).containsExactly("NOT_AN_ENVELOPE");
    }

    @Test
    void anOlderRegistryPutBackIntoTheFolderIsNoticed() throws IOException {
        byte[] old = Files.readAllBytes(desk.settings().grants().resolve("registry.json"));
        desk.publish(desk.registry()
                .with(
                        DeskSite.enrolment("s.lindt", "senior-officer", "Finance", DeskSite.key()),
                        DeskSite.NOW,
                        DeskSite.LATER));
        Files.write(desk.settings().grants().resolve("registry.json"), old);
        assertThat(refusedBecause(desk.signed(desk.grant(1)))).containsExactly("REGISTRY_ROLLED_BACK");
    }

    @Test
    void anOlderListOfRevocationsPutBackIsNoticedAndWhatItRevokedStaysRevoked() throws IOException {
        Grant grant = desk.grant(1);
        byte[] old = Files.readAllBytes(desk.settings().grants().resolve("revocations.json"));
        desk.publish(desk.revocations(1).with(Set.of(Digests.sha256(grant.body())), Set.of(), DeskSite.NOW));
        Files.write(desk.settings().grants().resolve("revocations.json"), old);
        assertThat(refusedBecause(desk.signed(grant))).containsExactly("REVOCATIONS_ROLLED_BACK", "REVOKED");
        Files.delete(desk.settings().grants().resolve("revocations.json"));
        assertThat(refusedBecause(desk.signed(grant))).containsExactly("NO_REVOCATIONS", "REVOKED");
    }

    @Test
    void aClockThatWasSetBackIsRefused() throws IOException {
        try (GrantLog log = SiteLog.open(desk.settings())) {
            log.append(List.of(new Entry(
                    DeskSite.NOW.plus(Duration.ofDays(1)),
                    Kind.KEY_EVENT,
                    Map.of("event", Value.of("made"), "purpose", Value.of("test"), "key", Value.of("k")))));
        }
        assertThat(refusedBecause(desk.signed(desk.grant(1)))).containsExactly("CLOCK_SET_BACK");
    }

    @Test
    void aRefusalUnderAClockThatWasSetBackDoesNotMakeThatClockRight() throws IOException {
        try (GrantLog log = SiteLog.open(desk.settings())) {
            log.append(List.of(madeAt(DeskSite.NOW.plus(Duration.ofDays(1)))));
        }
        byte[] envelope = desk.signed(desk.grant(1));
        assertThat(refusedBecause(envelope)).containsExactly("CLOCK_SET_BACK");
        assertThat(refusedBecause(envelope)).containsExactly("CLOCK_SET_BACK");
    }

    @Test
    void publishingUnderAClockThatWasSetBackDoesNotMakeThatClockRight() throws IOException {
        try (GrantLog log = SiteLog.open(desk.settings())) {
            log.append(List.of(madeAt(DeskSite.NOW.plus(Duration.ofDays(1)))));
        }
        desk.publish(desk.revocations(2));
        assertThat(refusedBecause(desk.signed(desk.grant(1)))).containsExactly("CLOCK_SET_BACK");
    }

    @Test
    void clocksThatMayBeApartLeaveALogThatHolds() throws IOException {
        try (GrantLog log = SiteLog.open(desk.settings())) {
            log.append(List.of(madeAt(Instant.now().plusSeconds(60))));
            begin(log, desk.signed(desk.grant(1)));
        }
        assertThat(desk.site().run("audit", "verify").out()).contains("holds");
    }

    @Test
    void whatMayNotBePutInForceIsLoggedByDigestAndReasonAlone() throws IOException {
        byte[] old = desk.signed(desk.revocations(1));
        desk.publish(desk.revocations(2));
        byte[] oneRoot = Envelope.sign(
                        PayloadType.REGISTRY,
                        desk.registry().body(),
                        desk.roots().get(0))
                .encoded();
        for (byte[] refused : List.of(old, oneRoot, new byte[] {'x'})) {
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> desk.publish(refused));
            assertThat(last().kind()).isEqualTo(Kind.GRANT_REFUSED);
            assertThat(last().text("envelope")).isEqualTo(Digests.sha256(refused));
        }
    }

    @Test
    void whatWasCopiedIntoTheFolderPastPublishingIsLoggedBeforeItCountsAndStaysKnown() throws IOException {
        Path registry = desk.settings().grants().resolve("registry.json");
        Path revocations = desk.settings().grants().resolve("revocations.json");
        byte[] oldRegistry = Files.readAllBytes(registry);
        byte[] oldRevocations = Files.readAllBytes(revocations);
        Registry next = desk.registry()
                .with(
                        DeskSite.enrolment("s.lindt", "senior-officer", "Finance", DeskSite.key()),
                        DeskSite.NOW,
                        DeskSite.LATER);
        Grant revoked = desk.grant(1);
        Revocations list = desk.revocations(1).with(Set.of(Digests.sha256(revoked.body())), Set.of(), DeskSite.NOW);
        Files.write(registry, desk.signed(next));
        Files.write(revocations, desk.signed(list));
        try (GrantLog log = SiteLog.open(desk.settings())) {
            begin(log, desk.signed(desk.grant(1)));
            assertThat(log.entries().stream().filter(entry -> entry.kind() == Kind.KEY_EVENT))
                    .anyMatch(entry -> entry.text("key").equals(Digests.sha256(next.body())));
            assertThat(log.entries().stream().filter(entry -> entry.kind() == Kind.GRANT_REVOKED))
                    .anyMatch(entry -> entry.text("list").equals(Digests.sha256(list.body())));
        }

        Files.write(registry, oldRegistry);
        assertThat(refusedBecause(desk.signed(desk.grant(1)))).containsExactly("REGISTRY_ROLLED_BACK");
        Files.write(registry, desk.signed(next));
        Files.write(revocations, oldRevocations);
        assertThat(refusedBecause(desk.signed(revoked))).containsExactly("REVOCATIONS_ROLLED_BACK", "REVOKED");
    }

    private static Entry madeAt(Instant time) {
        return new Entry(
                time,
                Kind.KEY_EVENT,
                Map.of("event", Value.of("made"), "purpose", Value.of("test"), "key", Value.of("k")));
    }

    @Test
    void whatCannotBeReadIsADoubtThatIsLogged() throws IOException {
        Path registry = desk.settings().grants().resolve("registry.json");
        byte[] envelope = desk.signed(desk.grant(1));
        byte[] good = Files.readAllBytes(registry);
        Files.write(registry, new byte[(1 << 20) + 1]);
        assertThat(refusedBecause(envelope)).containsExactly("RECORDS_UNREADABLE");
        Files.delete(registry);
        Files.createDirectory(registry);
        assertThat(refusedBecause(envelope)).containsExactly("RECORDS_UNREADABLE");
        Files.delete(registry);
        Files.write(registry, good);
        desk.site().write("staff.csv", "username,department\na.smith,\"Registry\n");
        assertThat(refusedBecause(envelope)).containsExactly("RECORDS_UNREADABLE");
    }

    @Test
    void aGrantThatIsHandedInWhileStaffCannotBeReadIsRefusedAndSaysWhere() throws IOException {
        Files.write(desk.site().path("grant.json"), desk.signed(desk.grant(1)));
        desk.site().write("staff.csv", "username,department\n");

        GrantSite.Said said = desk.site()
                .run("grant", "submit", desk.site().path("grant.json").toString());

        assertThat(said.code()).isEqualTo(77);
        assertThat(said.err()).contains("RECORDS_UNREADABLE").doesNotContain("a.smith");
        assertThat(last().texts("reasons")).containsExactly("RECORDS_UNREADABLE");
        assertThat(new GrantFolder(desk.settings().grants()).grants()).isEmpty();
    }

    @Test
    void revokingWhatIsNoGrantHereIsSaid() throws IOException {
        Grant grant = desk.grant(1);
        byte[] envelope = desk.signed(grant);
        try (GrantLog log = SiteLog.open(desk.settings())) {
            new GrantDesk(desk.settings(), log, "test").handIn(envelope, DeskSite.NOW);
        }
        String mistaken = Digests.sha256(envelope);
        Revocations second = desk.revocations(1).with(Set.of(mistaken), Set.of(), DeskSite.NOW);

        assertThat(desk.publish(desk.signed(second)))
                .contains("in force", mistaken, "no grant that was ever handed in");
        assertThat(desk.publish(desk.signed(second.with(Set.of(Digests.sha256(grant.body())), Set.of(), DeskSite.NOW))))
                .contains("in force")
                .doesNotContain("no grant");
    }

    @Test
    void withoutRootsInTheSettingsNothingIsTrusted() throws IOException {
        desk.site().settings("");
        assertThat(refusedBecause(desk.signed(desk.grant(1)))).contains("NO_ROOTS");
        assertThat(desk.site().run("grant", "list").code()).isZero();
    }

    @Test
    void withoutALogThereIsNoPermission() throws IOException {
        Files.delete(desk.settings().keys().resolve("audit/log.key"));
        assertThatExceptionOfType(ExitException.class)
                .isThrownBy(() -> SiteLog.open(desk.settings()))
                .satisfies(exit -> assertThat(exit.code()).isEqualTo(ExitCode.NOT_PERMITTED));
    }

    @Test
    void ifTheLogCannotBeWrittenThereIsNoPermission() throws IOException {
        try (GrantLog log = SiteLog.open(desk.settings())) {
            GrantLog full = new FullLog(log);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> begin(full, desk.signed(desk.grant(1))));
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> new GrantDesk(desk.settings(), full, "test")
                            .handIn(desk.signed(desk.grant(1)), DeskSite.NOW));
        }
        assertThat(new GrantFolder(desk.settings().grants()).grants()).isEmpty();
    }

    private static final class FullLog implements GrantLog {
        private final GrantLog log;

        FullLog(GrantLog log) {
            this.log = log;
        }

        @Override
        public String origin() {
            return log.origin();
        }

        @Override
        public Optional<Instant> lastTime() {
            return log.lastTime();
        }

        @Override
        public List<Entry> entries() {
            return log.entries();
        }

        @Override
        public void append(List<Entry> entries) {
            throw new IllegalStateException("No space is left");
        }

        @Override
        public void close() {
            // the other is closed by its owner
        }
    }

    private VerifiedGrant begin(GrantLog log, byte[] envelope) {
        return new GrantDesk(desk.settings(), log, "run").begin(envelope, DeskSite.NOW);
    }

    /** Refused by the desk, with the refusal as the log has it. */
    private List<String> refusedBecause(byte[] envelope) throws IOException {
        try (GrantLog log = SiteLog.open(desk.settings())) {
            assertThatExceptionOfType(ExitException.class)
                    .isThrownBy(() -> begin(log, envelope))
                    .satisfies(exit -> assertThat(exit.code()).isEqualTo(ExitCode.NOT_PERMITTED));
        }
        assertThat(last().kind()).isEqualTo(Kind.GRANT_REFUSED);
        return last().texts("reasons");
    }

    private Entry last() throws IOException {
        List<Entry> entries = desk.site().entries();
        return entries.get(entries.size() - 1);
    }
}
