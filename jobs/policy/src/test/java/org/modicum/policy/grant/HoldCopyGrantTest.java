package org.modicum.policy.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.policy.protocol.IsoWeek;

/** A grant to copy a person's rows for a hold needs what a grant to name that person needs, and is of no other use. */
class HoldCopyGrantTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "d.okoro p.vance, -",
                "p.vance s.lindt, -",
                "d.okoro, TOO_FEW_PEOPLE TOO_FEW_ROLES",
                "p.vance p.wu, TOO_FEW_ROLES",
                "d.okoro d.okoro, TOO_FEW_PEOPLE TOO_FEW_ROLES SIGNED_TWICE",
                "d.okoro p.vance i.ng, IT_OPERATIONS",
                "d.okoro m.jones, REQUESTER_SIGNED",
                "d.okoro r.adams, OF_THE_DEPARTMENT",
                "d.okoro x.guest, TOO_FEW_ROLES NO_ROLE_TO_APPROVE"
            })
    void twoPeopleOfTwoRolesWhoAreNotConcerned(String signers, String refusals) {
        Verdict verdict =
                GrantVerifier.verify(Cast.signed(copy("c.khan", "2026-W10").body(), signers.split(" ")), Cast.here());

        if (refusals == null) {
            assertThat(verdict).isInstanceOf(VerifiedGrant.class);
            assertThat(((VerifiedGrant) verdict).grant().purpose().isForFlags()).isFalse();
        } else {
            assertThat(((Refused) verdict).reasons())
                    .extracting(Refusal::name)
                    .containsExactlyInAnyOrder(refusals.split(" "));
        }
    }

    @Test
    void thePersonDoesNotSign() {
        Verdict verdict = GrantVerifier.verify(
                Cast.signed(copy("a.smith", "2026-W10").body(), "a.smith", "d.okoro"), Cast.here());

        assertThat(((Refused) verdict).reasons()).contains(Refusal.SUBJECT_SIGNED);
    }

    @Test
    void whoAsksAndWhoReadsAreStaff() {
        StaffRecords without = Cast.records(
                (person, from, to) -> List.of("m.jones", "q.reader").contains(person.text())
                        ? Set.of()
                        : Cast.staff().departments(person, from, to));
        Verdict verdict = GrantVerifier.verify(
                Cast.signed(copy("c.khan", "2026-W10").body(), "d.okoro", "p.vance"), Scene.with(without));

        assertThat(((Refused) verdict).reasons()).containsExactly(Refusal.REQUESTER_UNKNOWN, Refusal.RECIPIENT_UNKNOWN);
    }

    @Test
    void itIsReadBackAndItsWordSaysWhatItIsFor() {
        Grant grant = copy("c.khan", "2026-W10");

        assertThat(Grant.parse(grant.body())).isEqualTo(grant);
        assertThat(grant.purpose().word()).isEqualTo("HOLD_COPY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"hold-copy\"|\"kind\": \"subject-report\"",
                "\"kind\": \"hold-copy\"|\"kind\": \"named-subjects\"",
                "\"hold\": \"dd|\"hold\": \"d",
                "\"hold\": \"dd|\"reason\": \"EXCESSIVE_USE\", \"hold\": \"dd",
                "\"all\"|\"facebook\""
            })
    void oneThatIsWrittenOtherwiseIsNone(String from, String to) {
        String body = new String(copy("c.khan", "2026-W10").body(), UTF_8);
        assertThat(body).contains(from);

        assertThatThrownBy(() -> Grant.parse(body.replace(from, to).getBytes(UTF_8)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void itIsAboutOnePersonAndAtMostAsManyWeeksAsAHold() {
        assertThat(copy("c.khan", "2025-W10").weeks().from()).isEqualTo(IsoWeek.parse("2025-W10"));
        assertThatThrownBy(() -> copy("c.khan", "2025-W09")).isInstanceOf(RefusedException.class);
    }

    private static Grant copy(String person, String from) {
        Grant like = Cast.grant();
        return new Grant(
                UUID.fromString("7f3c1c52-5f0a-4f7e-9d5e-1f2a3b4c5d6e"),
                like.audience(),
                new Purpose.HoldCopy(Cast.subject(person, "Registry"), "d".repeat(64)),
                new CaseReference("LEG-2026-0007"),
                like.justification(),
                like.requester(),
                new Weeks(IsoWeek.parse(from), IsoWeek.parse("2026-W10")),
                Sites.ALL,
                like.recipient(),
                like.created(),
                like.notBefore(),
                like.notAfter(),
                1);
    }
}
