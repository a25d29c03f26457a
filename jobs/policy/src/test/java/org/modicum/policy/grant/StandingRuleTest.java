package org.modicum.policy.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Guards;
import org.modicum.policy.retention.Keep;
import org.modicum.policy.retention.Rule;
import org.modicum.policy.retention.Rules;
import org.modicum.policy.retention.StandingRule;
import org.modicum.policy.retention.StandingRule.Objection;

/** The order to delete every night is two people's, says in full what it orders, and orders nothing else. */
class StandingRuleTest {
    private static final Guards GUARDS = new Guards(7, 0.5, 7);
    private static final LocalDate FROM = LocalDate.parse("2026-03-09");
    private static final LocalDate TO = LocalDate.parse("2027-03-08");

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
    void twoPeopleOfTwoRolesGiveIt(String signers, Refusal refusal) {
        byte[] body = rule(35).body();
        byte[] envelope = signed(PayloadType.STANDING_RULE, body, signers.split(" "));
        if (refusal == null) {
            Signed<StandingRule> opened = StandingRule.open(envelope, Cast.here());
            assertThat(opened.document()).isEqualTo(rule(35));
            assertThat(opened.digest()).isEqualTo(Digests.sha256(body));
        } else {
            refused(envelope, refusal);
        }
    }

    @Test
    void signaturesUnderAnythingElseAreNoneUnderIt() {
        for (PayloadType type : PayloadType.values()) {
            if (type != PayloadType.STANDING_RULE) {
                refused(signed(type, rule(35).body(), "d.okoro", "p.vance"), Refusal.WRONG_TYPE);
            }
        }
    }

    @Test
    void aKeyThatWasRevokedTakesTheOrderWithIt() {
        String key = Cast.KEYS.get("p.vance").key().digest();
        LogState log = Cast.here().log().orElseThrow();
        Circumstances revoked = Scene.with(new LogState(
                log.lastEntry(),
                log.uses(),
                log.registry(),
                new SeenRevocations(Optional.empty(), Set.of(), Set.of(key))));
        assertThatThrownBy(() -> StandingRule.open(
                        signed(PayloadType.STANDING_RULE, rule(35).body(), "d.okoro", "p.vance"), revoked))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.KEY_REVOKED));
    }

    /** Each alters one thing of what was signed or of what the installation is. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03-09, 35, 7, 0.5, 7, example.ac.uk/modicum, -",
                "2027-03-08, 35, 7, 0.5, 7, example.ac.uk/modicum, -",
                "2026-03-08, 35, 7, 0.5, 7, example.ac.uk/modicum, NOT_YET",
                "2027-03-09, 35, 7, 0.5, 7, example.ac.uk/modicum, ENDED",
                "2026-03-09, 34, 7, 0.5, 7, example.ac.uk/modicum, RULES_DIFFER",
                "2026-03-09, 36, 7, 0.5, 7, example.ac.uk/modicum, RULES_DIFFER",
                "2026-03-09, 35, 1, 0.5, 7, example.ac.uk/modicum, GUARDS_DIFFER",
                "2026-03-09, 35, 7, 1.0, 7, example.ac.uk/modicum, GUARDS_DIFFER",
                "2026-03-09, 35, 7, 0.5, 999, example.ac.uk/modicum, GUARDS_DIFFER",
                "2026-03-09, 35, 7, 0.5, 7, other.ac.uk/modicum, OTHER_INSTALLATION",
            })
    void itOrdersWhatWasSignedOnItsDaysAndNothingElse(
            LocalDate today, int days, int newest, double share, int allowed, String here, Objection objection) {
        List<Objection> objections = rule(35).objections(rules(days), new Guards(newest, share, allowed), here, today);

        assertThat(objections).isEqualTo(objection == null ? List.of() : List.of(objection));
    }

    @Test
    void anotherOwnerPurposeOrBasisIsAnotherRule() {
        for (Rule other : List.of(
                activity(35, "another", "purpose", "basis"),
                activity(35, "owner", "another", "basis"),
                activity(35, "owner", "purpose", "another"))) {
            Map<DataKind, Rule> rules = new EnumMap<>(rules(35).byKind());
            rules.put(DataKind.ACTIVITY, other);
            assertThat(rule(35).objections(new Rules(rules), GUARDS, Cast.AUDIENCE, FROM))
                    .containsExactly(Objection.RULES_DIFFER);
        }
    }

    @Test
    void itLastsAYearAtMostAndDoesNotReachBack() {
        for (LocalDate[] days : List.of(
                new LocalDate[] {FROM.minusDays(1), TO},
                new LocalDate[] {FROM, FROM.minusDays(1)},
                new LocalDate[] {FROM, FROM.plusDays(367)})) {
            assertThatThrownBy(() -> between(days[0], days[1])).isInstanceOf(RefusedException.class);
        }
        assertThat(between(FROM, FROM.plusDays(366)).to()).isEqualTo("2027-03-10");
    }

    @Test
    void aSignedDocumentThatIsNotInItsOneSpellingIsRefused() {
        String body = new String(rule(35).body(), UTF_8);
        for (String other : List.of(
                body.replace("\"newest_days\": 7", "\"newest_days\": 7, \"note\": \"x\""),
                body.replace("\"newest_days\": 7", "\"newest_days\": 7, \"newest_days\": 1"),
                body.replace("\"0.5\"", "\"0.50\""),
                body.replace("\"0.5\"", "\"NaN\""),
                body.replace("\"35 days\"", "\"0 days\""),
                body.replace("\"kind\": \"release\"", "\"kind\": \"activity\""),
                body.replace("\n", ""))) {
            assertThat(other).isNotEqualTo(body);
            refused(
                    signed(PayloadType.STANDING_RULE, other.getBytes(UTF_8), "d.okoro", "p.vance"),
                    Refusal.NOT_A_DOCUMENT);
        }
    }

    private static void refused(byte[] envelope, Refusal refusal) {
        assertThatThrownBy(() -> StandingRule.open(envelope, Cast.here()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    private static byte[] signed(PayloadType type, byte[] body, String... signers) {
        return Cast.signedAs(
                type, body, Arrays.stream(signers).map(Cast.KEYS::get).toList());
    }

    private static StandingRule rule(int days) {
        return new StandingRule(
                Cast.CREATED, new CaseReference("DPO-2026-0003"), Cast.AUDIENCE, FROM, TO, GUARDS, rules(days));
    }

    private static StandingRule between(LocalDate from, LocalDate to) {
        return new StandingRule(
                Cast.CREATED, new CaseReference("DPO-2026-0003"), Cast.AUDIENCE, from, to, GUARDS, rules(35));
    }

    private static Rules rules(int days) {
        return Rules.of(Arrays.stream(DataKind.values())
                .map(kind -> kind == DataKind.ACTIVITY ? activity(days, "owner", "purpose", "basis") : usual(kind))
                .toList());
    }

    private static Rule activity(int days, String owner, String purpose, String basis) {
        return new Rule(DataKind.ACTIVITY, owner, purpose, basis, Keep.parse(days + " days"), DataKind.ACTIVITY.from());
    }

    private static Rule usual(DataKind kind) {
        String keep = kind.goesWith()
                .map(other -> "with " + other.word())
                .orElse(kind.from().isEmpty() ? "in use" : "3 years");
        Keep parsed = Keep.parse(keep);
        return new Rule(
                kind, "owner", "purpose", "basis", parsed, parsed instanceof Keep.For ? kind.from() : Optional.empty());
    }
}
