package org.modicum.policy.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.policy.signature.Ed25519Signer;

/** The list of revocations is fresh, the newest, and only grows. */
class RevocationsTest {
    private static final Revocations LIST = Cast.revocations();
    private static final String GRANT = Digests.sha256(Cast.grant().body());
    private static final String OTHER = "d".repeat(64);

    @Test
    void theSpellingLeadsBackToTheList() {
        Revocations list = new Revocations(9, LIST.issued(), List.of(GRANT), List.of("1".repeat(64), OTHER));
        assertThat(Revocations.parse(list.body())).isEqualTo(list);
    }

    @Test
    void aRevokedGrantIsRefused() {
        assertThat(judged(new Revocations(6, LIST.issued(), List.of(GRANT), List.of())))
                .isEqualTo("REVOKED");
    }

    @Test
    void theRevocationOfAnotherGrantDoesNotMatter() {
        assertThat(judged(new Revocations(6, LIST.issued(), List.of(OTHER), List.of(OTHER))))
                .isEqualTo("VERIFIED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T08:57:59Z, REVOCATIONS_STALE",
        "2026-03-03T08:58:00Z, VERIFIED",
        "2026-03-10T09:00:00Z, VERIFIED",
        "2026-03-10T09:02:00Z, VERIFIED",
        "2026-03-10T09:02:01Z, REVOCATIONS_FROM_THE_FUTURE"
    })
    void aListThatIsWithheldIsMissed(Instant issued, String verdict) {
        assertThat(judged(new Revocations(5, issued, List.of(), List.of()))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "4, true, REVOCATIONS_ROLLED_BACK",
        "5, true, VERIFIED",
        "5, false, REVOCATIONS_ROLLED_BACK",
        "6, false, VERIFIED"
    })
    void anOlderListOrAnotherOfTheSameNumberIsARollback(int sequence, boolean sameAsSeen, String verdict) {
        Revocations seen = new Revocations(5, LIST.issued(), List.of(), List.of());
        Revocations shown = new Revocations(
                sequence, sameAsSeen ? LIST.issued() : LIST.issued().plusSeconds(1), List.of(), List.of());
        assertThat(judged(shown, new SeenRevocations(seen(seen), Set.of(), Set.of())))
                .isEqualTo(verdict);
    }

    @Test
    void aListThatForgetsIsRefused() {
        SeenRevocations grants = new SeenRevocations(seen(LIST), Set.of(OTHER), Set.of());
        SeenRevocations keys = new SeenRevocations(seen(LIST), Set.of(), Set.of(OTHER));
        Revocations forgetful = new Revocations(6, LIST.issued(), List.of(), List.of());
        Revocations faithful = new Revocations(6, LIST.issued(), List.of(OTHER), List.of(OTHER));
        assertThat(judged(forgetful, grants)).isEqualTo("REVOCATIONS_FORGET");
        assertThat(judged(forgetful, keys)).isEqualTo("REVOCATIONS_FORGET");
        assertThat(judged(faithful, grants)).isEqualTo("VERIFIED");
    }

    @Test
    void whatTheLogSawRevokedStaysRevokedEvenIfTheListIsBad() {
        SeenRevocations seen = new SeenRevocations(seen(LIST), Set.of(GRANT), Set.of());
        assertThat(judged(new Revocations(6, LIST.issued(), List.of(), List.of()), seen))
                .isEqualTo("REVOCATIONS_FORGET REVOKED");
    }

    @Test
    void theNextListHasAllOfTheLast() {
        Revocations first = LIST.with(Set.of(OTHER), Set.of(), Cast.NOW);
        Revocations second = first.with(Set.of(GRANT), Set.of(OTHER), Cast.NOW);
        assertThat(second.sequence()).isEqualTo(LIST.sequence() + 2);
        assertThat(second.grants()).containsExactlyInAnyOrder(OTHER, GRANT);
        assertThat(second.keys()).containsExactly(OTHER);
        assertThat(second.with(Set.of(), Set.of(), Cast.NOW).grants()).isEqualTo(second.grants());
    }

    @Test
    void onlyARootRevokes() {
        byte[] list = Cast.signedAs(PayloadType.REVOCATIONS, LIST.body(), List.of(Cast.KEYS.get("d.okoro")));
        assertThat(written(Scene.withRevocations(Cast.here(), list))).isEqualTo("REVOCATIONS_NOT_SIGNED");
        List<Ed25519Signer> both = List.of(Cast.ROOTS.get(0), Cast.KEYS.get("d.okoro"));
        byte[] mixed = Cast.signedAs(PayloadType.REVOCATIONS, LIST.body(), both);
        assertThat(written(Scene.withRevocations(Cast.here(), mixed))).isEqualTo("REVOCATIONS_NOT_SIGNED");
    }

    @Test
    void anInstallationWithoutAListRefusesEveryGrant() {
        Circumstances here = Cast.here();
        assertThat(written(new Circumstances(
                        here.now(),
                        here.authorisation(),
                        here.registry(),
                        Optional.empty(),
                        here.audience(),
                        here.log(),
                        here.staff(),
                        here.sites(),
                        here.java())))
                .isEqualTo("NO_REVOCATIONS");
    }

    @Test
    void onALaptopWithPublicKeysAloneItSaysWhatCouldNotBeChecked() {
        HeldOnPaper held = (HeldOnPaper) GrantVerifier.verify(Cast.good(), Scene.laptop());
        assertThat(held.unchecked()).containsExactlyInAnyOrder(Unchecked.values());
        assertThat(held.grant()).isEqualTo(Cast.grant());
        assertThat(written(Scene.withRevocations(
                        Scene.laptop(), Cast.signed(new Revocations(6, LIST.issued(), List.of(GRANT), List.of())))))
                .isEqualTo("REVOKED");
    }

    @Test
    void nothingButAnInstallationThatKnowsAllGivesAPermission() {
        Circumstances here = Cast.here();
        for (Unchecked missing : Unchecked.values()) {
            Circumstances partly = new Circumstances(
                    here.now(),
                    here.authorisation(),
                    here.registry(),
                    missing == Unchecked.REVOCATIONS ? Optional.empty() : here.revocations(),
                    missing == Unchecked.AUDIENCE ? Optional.empty() : here.audience(),
                    missing == Unchecked.LOG ? Optional.empty() : here.log(),
                    missing == Unchecked.STAFF ? Optional.empty() : here.staff(),
                    missing == Unchecked.SITES ? Optional.empty() : here.sites(),
                    here.java());
            assertThat(GrantVerifier.verify(Cast.good(), partly)).isNotInstanceOf(VerifiedGrant.class);
        }
    }

    private static Optional<Seen> seen(Revocations list) {
        return Optional.of(new Seen(list.sequence(), Digests.sha256(list.body())));
    }

    private static String judged(Revocations list) {
        return written(Scene.with(list));
    }

    private static String judged(Revocations list, SeenRevocations seen) {
        Circumstances with = Scene.with(
                new LogState(Optional.of(Cast.NOW.minus(Duration.ofHours(1))), Map.of(), Optional.empty(), seen));
        return written(Scene.withRevocations(with, Cast.signed(list)));
    }

    private static String written(Circumstances circumstances) {
        return Verdicts.written(GrantVerifier.verify(Cast.good(), circumstances));
    }
}
