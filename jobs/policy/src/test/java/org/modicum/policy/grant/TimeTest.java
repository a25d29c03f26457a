package org.modicum.policy.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Expiry, clocks, and how often a grant may be used. */
class TimeTest {
    private static final LogState LOG = Cast.log(0);

    @ParameterizedTest
    @CsvFileSource(resources = "times.csv", useHeadersInDisplayName = true)
    void aGrantHoldsFromItsBeginningToItsEnd(String moment, Instant now, String verdict) {
        LogState quiet = new LogState(Optional.empty(), Map.of(), LOG.registry(), LOG.revocations());
        Circumstances then = Scene.freshAt(now);
        Circumstances circumstances = new Circumstances(
                now,
                then.authorisation(),
                then.registry(),
                then.revocations(),
                then.audience(),
                Optional.of(quiet),
                then.staff(),
                then.sites(),
                then.java());
        assertThat(judged(circumstances)).as(moment).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0, VERIFIED", "120, VERIFIED", "121, CLOCK_SET_BACK", "86400, CLOCK_SET_BACK"})
    void aClockBehindTheLogWasSetBack(long secondsBehind, String verdict) {
        LogState later = new LogState(
                Optional.of(Cast.NOW.plusSeconds(secondsBehind)), Map.of(), LOG.registry(), LOG.revocations());
        assertThat(judged(Scene.with(later))).isEqualTo(verdict);
    }

    @Test
    void settingTheClockBackDoesNotBringAnExpiredGrantToLife() {
        LogState later = new LogState(
                Optional.of(Cast.NOW.plus(Duration.ofDays(60))), Map.of(), LOG.registry(), LOG.revocations());
        assertThat(judged(Scene.with(later))).isEqualTo("CLOCK_SET_BACK");
    }

    @Test
    void settingTheClockForwardMakesTheRevocationsStale() {
        assertThat(judged(Scene.at(Cast.NOW.plus(Duration.ofDays(7))))).isEqualTo("REVOCATIONS_STALE");
    }

    @ParameterizedTest
    @CsvSource({"0, VERIFIED, 1", "1, VERIFIED, 2", "2, USED_UP, 0", "3, USED_UP, 0"})
    void aReplayIsOneUseMoreAndTheLastUseIsTheLast(int intents, String verdict, int use) {
        Verdict given = GrantVerifier.verify(Cast.good(), Scene.with(Cast.log(intents)));
        assertThat(Verdicts.written(given)).isEqualTo(verdict);
        assertThat(given instanceof VerifiedGrant verified ? verified.use() : 0).isEqualTo(use);
    }

    @Test
    void otherSignaturesUnderTheSameGrantAreNoNewGrant() {
        byte[] again = Cast.signed(Cast.grant().body(), "p.wu", "s.lindt");
        assertThat(Verdicts.written(GrantVerifier.verify(again, Scene.with(Cast.log(2)))))
                .isEqualTo("USED_UP");
    }

    @Test
    void aGrantForAnotherInstallationIsRefused() {
        assertThat(judged(Scene.elsewhere("example.ac.uk/copy"))).isEqualTo("OTHER_INSTALLATION");
    }

    @ParameterizedTest
    @CsvSource({
        "11.0.20, OLD_JAVA", "15.0.2, OLD_JAVA", "17, OLD_JAVA", "17.0.2, OLD_JAVA", "17.0.2+8, OLD_JAVA",
        "17.0.3, VERIFIED", "17.0.3+7, VERIFIED", "17.0.15+6, VERIFIED", "18, OLD_JAVA", "18.0.1, VERIFIED",
        "21, VERIFIED", "25.0.1, VERIFIED"
    })
    void aJavaThatTakesEmptySignaturesIsRefused(String java, String verdict) {
        assertThat(judged(Scene.on(Runtime.Version.parse(java)))).isEqualTo(verdict);
    }

    @Test
    void allReasonsAreGivenAtOnce() {
        LogState log = new LogState(
                Optional.of(Cast.NOW.plus(Duration.ofDays(90))), LOG.uses(), LOG.registry(), LOG.revocations());
        Circumstances bad = new Circumstances(
                Cast.NOW.plus(Duration.ofDays(40)),
                Cast.authorisation(),
                Optional.of(Cast.signed(Cast.registry())),
                Optional.of(Cast.signed(Cast.revocations())),
                Optional.of("elsewhere"),
                Optional.of(log),
                Optional.of(Cast.records((person, from, to) -> Set.of("Registry"))),
                Optional.of(Cast.SITES),
                Runtime.Version.parse("17.0.1"));
        Verdict given = GrantVerifier.verify(Cast.signed(Cast.grant().body(), "p.vance", "p.vance"), bad);
        assertThat(Verdicts.written(given))
                .isEqualTo("OLD_JAVA REVOCATIONS_STALE EXPIRED CLOCK_SET_BACK OTHER_INSTALLATION TOO_FEW_PEOPLE"
                        + " TOO_FEW_ROLES SIGNED_TWICE OF_THE_DEPARTMENT");
    }

    private static String judged(Circumstances circumstances) {
        return Verdicts.written(GrantVerifier.verify(Cast.good(), circumstances));
    }
}
