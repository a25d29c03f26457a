package org.modicum.policy.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.policy.retention.About;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.Lift;

/** What lifts a hold is signed by two people of two roles, and lifts that hold alone. */
class LiftTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "d.okoro p.vance, -",
                "p.vance s.lindt, -",
                "d.okoro, TOO_FEW_PEOPLE",
                "d.okoro d.okoro, SIGNED_TWICE",
                "b.twice b.twice2, SIGNED_TWICE",
                "p.vance p.wu, TOO_FEW_ROLES",
                "i.ng d.okoro p.vance, IT_OPERATIONS",
                "x.guest d.okoro, NO_ROLE_TO_APPROVE"
            })
    void twoPeopleOfTwoRolesLiftIt(String signers, Refusal refusal) {
        byte[] envelope = signed(PayloadType.LIFT, lift(), signers.split(" "));
        if (refusal == null) {
            Agreed<Lift> agreed = Lift.agreed(envelope, Cast.here());
            assertThat(agreed.signed().document()).isEqualTo(lift());
            assertThat(agreed.approvals()).hasSize(2);
        } else {
            refused(envelope, refusal);
        }
    }

    @Test
    void signaturesUnderAHoldAreNoneUnderALiftNorTheOtherWayRound() {
        refused(signed(PayloadType.HOLD, lift(), "d.okoro", "p.vance"), Refusal.WRONG_TYPE);
        byte[] lift = signed(PayloadType.LIFT, lift(), "d.okoro", "p.vance");
        assertThatThrownBy(() -> Hold.open(lift, Cast.here()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.WRONG_TYPE));
    }

    @Test
    void itLiftsTheHoldOfItsDigestAndNoOther() {
        Signed<Hold> hold = HoldRulesTest.signed(HoldRulesTest.hold(new About.Everybody()));
        Hold later = new Hold(
                Cast.CREATED.plusSeconds(1),
                hold.document().caseReference(),
                hold.document().reason(),
                hold.document().about(),
                hold.document().first(),
                hold.document().last(),
                hold.document().review(),
                hold.document().expiry());
        Lift lift = HoldRulesTest.lift(hold, "LEG-2026-0007", Cast.NOW);

        assertThat(lift.isOf(hold)).isTrue();
        assertThat(lift.isOf(HoldRulesTest.signed(later)))
                .as("the same, placed anew")
                .isFalse();
        assertThat(HoldRulesTest.lift(hold, "LEG-2026-0008", Cast.NOW).isOf(hold))
                .isFalse();
        assertThat(HoldRulesTest.lift(hold, "LEG-2026-0007", Cast.CREATED.minusSeconds(1))
                        .isOf(hold))
                .as("signed before there was the hold")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"reason\": \"case_closed\"|\"reason\": \"whim\"",
                "\"reason\": \"case_closed\"|\"reason\": \"CASE_CLOSED\"",
                "\"reason\": \"case_closed\"|\"reason\": \"case_closed\", \"of\": \"a.smith\"",
                "\"case_ref\": \"LEG-2026-0007\"|\"case_ref\": \"a.smith\"",
                "\"hold\": \"dd|\"hold\": \"DD",
                "\"hold\": \"dd|\"hold\": \"d"
            })
    void oneThatIsWrittenOtherwiseIsRefused(String from, String to) {
        String body = new String(lift().body(), UTF_8);
        assertThat(body).contains(from);
        assertThat(Lift.parse(lift().body())).isEqualTo(lift());

        assertThatThrownBy(() -> Lift.parse(body.replace(from, to).getBytes(UTF_8)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void oneThatIsDatedLaterThanNowIsRefused() {
        Lift later = new Lift(
                Cast.NOW.plusSeconds(3600),
                new CaseReference("LEG-2026-0007"),
                "d".repeat(64),
                Lift.Reason.CASE_CLOSED);
        refused(signed(PayloadType.LIFT, later, "d.okoro", "p.vance"), Refusal.CREATED_IN_THE_FUTURE);
    }

    @Test
    void aTimeInPartsOfASecondIsRefused() {
        Instant time = Cast.NOW.plusMillis(1);
        assertThatThrownBy(() ->
                        new Lift(time, new CaseReference("LEG-2026-0007"), "d".repeat(64), Lift.Reason.CASE_CLOSED))
                .isInstanceOf(RefusedException.class);
    }

    private static Lift lift() {
        return new Lift(Cast.CREATED, new CaseReference("LEG-2026-0007"), "d".repeat(64), Lift.Reason.CASE_CLOSED);
    }

    private static byte[] signed(PayloadType type, Lift lift, String... signers) {
        return Cast.signedAs(
                type,
                lift.body(),
                List.copyOf(Arrays.stream(signers).map(Cast.KEYS::get).toList()));
    }

    private static void refused(byte[] envelope, Refusal refusal) {
        assertThatThrownBy(() -> Lift.agreed(envelope, Cast.here()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
