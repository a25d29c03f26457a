package org.modicum.policy.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.About;
import org.modicum.policy.retention.Hold;

/** A hold counts if two people of two roles signed it; what it covers is whole weeks, until its last day. */
class HoldTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "d.okoro p.vance, -",
                "p.vance s.lindt, -",
                "h.both p.vance, -",
                "d.okoro, TOO_FEW_PEOPLE",
                "d.okoro d.okoro, SIGNED_TWICE",
                "b.twice b.twice2, SIGNED_TWICE",
                "p.vance p.wu, TOO_FEW_ROLES",
                "i.ng d.okoro p.vance, IT_OPERATIONS",
                "x.guest d.okoro, NO_ROLE_TO_APPROVE"
            })
    void twoPeopleOfTwoRolesPlaceIt(String signers, Refusal refusal) {
        byte[] envelope = signed(hold(new About.Everybody()).body(), signers.split(" "));
        if (refusal == null) {
            assertThat(Hold.open(envelope, Cast.here()).document()).isEqualTo(hold(new About.Everybody()));
        } else {
            refused(envelope, refusal);
        }
    }

    @Test
    void signaturesUnderAGrantAreNoneUnderAHold() {
        refused(
                Cast.signedAs(
                        PayloadType.GRANT,
                        hold(new About.Everybody()).body(),
                        List.of(Cast.KEYS.get("d.okoro"), Cast.KEYS.get("p.vance"))),
                Refusal.WRONG_TYPE);
    }

    @Test
    void oneThatIsDatedLaterThanNowIsRefused() {
        Hold hold = new Hold(
                Cast.NOW.plusSeconds(3600),
                new CaseReference("LEG-2026-0007"),
                Hold.Reason.LEGAL_CLAIM,
                new About.Everybody(),
                IsoWeek.parse("2026-W08"),
                IsoWeek.parse("2026-W10"),
                LocalDate.parse("2026-06-01"),
                LocalDate.parse("2026-09-01"));
        refused(signed(hold.body(), "d.okoro", "p.vance"), Refusal.CREATED_IN_THE_FUTURE);
    }

    @Test
    void itIsReadBackWhomeverItIsAboutAndSaysOfNobodyWhoItIs() {
        for (About about : List.of(
                new About.Everybody(), new About.Department("Registry"), new About.Person(new UserName("a.smith")))) {
            assertThat(Hold.parse(hold(about).body())).isEqualTo(hold(about));
            assertThat(hold(about).toString()).doesNotContain("Registry", "smith");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"about\": \"weeks\"|\"about\": \"weeks\", \"of\": \"x\"",
                "\"reason\": \"legal_claim\"|\"reason\": \"curiosity\"",
                "\"first\": \"2026-W08\"|\"first\": \"2026-W11\"",
                "\"first\": \"2026-W08\"|\"first\": \"2024-W08\"",
                "\"review\": \"2026-06-01\"|\"review\": \"2026-03-08\"",
                "\"review\": \"2026-06-01\"|\"review\": \"2026-09-02\"",
                "\"expiry\": \"2026-09-01\"|\"expiry\": \"2027-03-11\"",
                "\"expiry\": \"2026-09-01\"|\"expiry\": \"2026-02-30\"",
                "\"expiry\": \"2026-09-01\"|\"expiry\": \"2026-09-01\", \"more\": \"x\""
            })
    void oneThatHasNoEndOrIsWrittenOtherwiseIsRefused(String from, String to) {
        String body = new String(hold(new About.Everybody()).body(), UTF_8);
        assertThat(body).contains(from);

        assertThatThrownBy(() -> Hold.parse(body.replace(from, to).getBytes(UTF_8)))
                .isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-31, true", "2026-09-01, true", "2026-09-02, false"})
    void itHoldsToTheEndOfItsLastDay(LocalDate today, boolean holds) {
        assertThat(hold(new About.Everybody()).isInForce(today)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"2026-W07, false", "2026-W08, true", "2026-W10, true", "2026-W11, false"})
    void itCoversItsWeeksAndADayThatIsOfTwoIfOneIsItsOwn(String week, boolean covered) {
        Hold hold = hold(new About.Everybody());
        assertThat(hold.covers(Set.of(IsoWeek.parse(week)))).isEqualTo(covered);
        assertThat(hold.covers(Set.of(IsoWeek.parse(week), IsoWeek.parse("2026-W09"))))
                .isTrue();
        assertThat(hold.covers(Set.of())).isFalse();
    }

    private static Hold hold(About about) {
        return new Hold(
                Cast.CREATED,
                new CaseReference("LEG-2026-0007"),
                Hold.Reason.LEGAL_CLAIM,
                about,
                IsoWeek.parse("2026-W08"),
                IsoWeek.parse("2026-W10"),
                LocalDate.parse("2026-06-01"),
                LocalDate.parse("2026-09-01"));
    }

    private static byte[] signed(byte[] body, String... signers) {
        return Cast.signedAs(
                PayloadType.HOLD,
                body,
                Arrays.stream(signers).map(Cast.KEYS::get).toList());
    }

    private static void refused(byte[] envelope, Refusal refusal) {
        assertThatThrownBy(() -> Hold.open(envelope, Cast.here()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
