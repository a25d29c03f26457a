package org.modicum.policy.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.About;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.HoldRules;
import org.modicum.policy.retention.Lift;
import org.modicum.policy.retention.LoggedHold;
import org.modicum.policy.retention.LoggedHold.LoggedLift;
import org.modicum.policy.retention.PlacedHold;

/** What is against placing a hold, lifting it and copying for it, although two people signed. */
class HoldRulesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String CASE = "LEG-2026-0007";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "weeks, -, 2026-03-10, -",
                "person, a.smith, 2026-03-10, -",
                "person, A.Smith, 2026-03-10, HOLD_ABOUT_UNKNOWN",
                "person, n.obody, 2026-03-10, HOLD_ABOUT_UNKNOWN",
                "department, Registry, 2026-03-10, -",
                "department, registry, 2026-03-10, HOLD_ABOUT_UNKNOWN",
                "weeks, -, 2026-09-01, -",
                "weeks, -, 2026-09-02, HOLD_OVER"
            })
    void aHoldIsAboutWhomTheDirectoryKnowsAndNotOver(String about, String of, LocalDate today, Refusal refusal) {
        Hold hold = hold(About.parse(about, Optional.ofNullable(of)));

        assertThat(HoldRules.placing(agreed(hold, "d.okoro", "p.vance"), Optional.empty(), Cast.staff(), today))
                .isEqualTo(refusal == null ? List.of() : List.of(refusal));
    }

    @Test
    void aHoldThatWasLiftedIsNotPlacedAgainAndOneThatWasNotMayBeHandedInAgain() {
        Agreed<Hold> hold = agreed(hold(new About.Everybody()), "d.okoro", "p.vance");

        assertThat(HoldRules.placing(hold, Optional.of(logged(hold.signed(), Optional.empty())), Cast.staff(), TODAY))
                .isEmpty();
        assertThat(HoldRules.placing(hold, Optional.of(logged(hold.signed(), Optional.of("e"))), Cast.staff(), TODAY))
                .containsExactly(Refusal.HOLD_OVER);
    }

    @Test
    void whoIsNoLongerStaffNeitherPlacesNorLifts() {
        StaffRecords without = Cast.records((person, from, to) ->
                person.text().equals("p.vance") ? Set.of() : Cast.staff().departments(person, from, to));
        Agreed<Hold> hold = agreed(hold(new About.Everybody()), "d.okoro", "p.vance");

        assertThat(HoldRules.placing(hold, Optional.empty(), without, TODAY)).containsExactly(Refusal.APPROVER_LEFT);
        assertThat(HoldRules.lifting(
                        agreed(lift(hold.signed(), CASE, Cast.NOW), "d.okoro", "p.vance"),
                        Optional.of(PlacedHold.of(hold.signed())),
                        Optional.empty(),
                        without,
                        TODAY))
                .containsExactly(Refusal.APPROVER_LEFT);
    }

    /** a.smith is an approver too, who works in Estates and was in Registry; h.both is of Estates, r.adams of Registry. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "weeks, -, d.okoro p.vance, -",
                "weeks, -, r.adams p.vance, -",
                "person, a.smith, d.okoro p.vance, -",
                "person, a.smith, a.smith d.okoro, LIFT_OF_CONCERNED",
                "person, A.SMITH@example.ac.uk, a.smith d.okoro, LIFT_OF_CONCERNED",
                "person, a.smith, r.adams d.okoro, LIFT_OF_CONCERNED",
                "person, a.smith, h.both d.okoro, LIFT_OF_CONCERNED",
                "department, Registry, r.adams d.okoro, LIFT_OF_CONCERNED",
                "department, REGISTRY, r.adams d.okoro, LIFT_OF_CONCERNED",
                "department, Registry, a.smith d.okoro, LIFT_OF_CONCERNED",
                "department, Registry, p.vance d.okoro, -"
            })
    void neitherWhomItIsAboutNorTheirDepartmentLiftsIt(String about, String of, String signers, Refusal refusal) {
        Signed<Hold> hold = signed(hold(About.parse(about, Optional.ofNullable(of))));

        assertThat(HoldRules.lifting(
                        agreed(lift(hold, CASE, Cast.NOW), signers.split(" ")),
                        Optional.of(PlacedHold.of(hold)),
                        Optional.of(logged(hold, Optional.empty())),
                        Cast.staff(),
                        TODAY))
                .isEqualTo(refusal == null ? List.of() : List.of(refusal));
    }

    @Test
    void aLiftOfNoHoldOfAnotherCaseOrOfOneThatIsOverIsRefused() {
        Signed<Hold> hold = signed(hold(new About.Everybody()));
        Optional<PlacedHold> placed = Optional.of(PlacedHold.of(hold));
        Agreed<Lift> lift = agreed(lift(hold, CASE, Cast.NOW), "d.okoro", "p.vance");

        assertThat(HoldRules.lifting(lift, Optional.empty(), Optional.empty(), Cast.staff(), TODAY))
                .containsExactly(Refusal.HOLD_UNKNOWN);
        assertThat(HoldRules.lifting(
                        agreed(lift(hold, "LEG-2026-0008", Cast.NOW), "d.okoro", "p.vance"),
                        placed,
                        Optional.empty(),
                        Cast.staff(),
                        TODAY))
                .containsExactly(Refusal.HOLD_DIFFERS);
        assertThat(HoldRules.lifting(lift, placed, Optional.empty(), Cast.staff(), LocalDate.parse("2026-09-02")))
                .containsExactly(Refusal.HOLD_OVER);
        assertThat(HoldRules.lifting(lift, placed, Optional.of(logged(hold, Optional.of("e"))), Cast.staff(), TODAY))
                .as("by another")
                .containsExactly(Refusal.HOLD_OVER);
        assertThat(HoldRules.lifting(
                        lift,
                        placed,
                        Optional.of(logged(hold, Optional.of(lift.signed().digest()))),
                        Cast.staff(),
                        TODAY))
                .as("handed in again")
                .isEmpty();
    }

    /** The hold is about a.smith, in LEG-2026-0007, weeks 8 to 10, until 1 September. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a.smith, LEG-2026-0007, 2026-W08, 2026-W10, 2026-03-10, -",
                "a.smith, LEG-2026-0007, 2026-W09, 2026-W09, 2026-03-10, -",
                "c.khan, LEG-2026-0007, 2026-W08, 2026-W10, 2026-03-10, HOLD_DIFFERS",
                "A.Smith, LEG-2026-0007, 2026-W08, 2026-W10, 2026-03-10, HOLD_DIFFERS",
                "a.smith, LEG-2026-0008, 2026-W08, 2026-W10, 2026-03-10, HOLD_DIFFERS",
                "a.smith, LEG-2026-0007, 2026-W07, 2026-W10, 2026-03-10, HOLD_DIFFERS",
                "a.smith, LEG-2026-0007, 2026-W08, 2026-W11, 2026-03-10, HOLD_DIFFERS",
                "a.smith, LEG-2026-0007, 2026-W08, 2026-W10, 2026-09-02, HOLD_OVER"
            })
    void aCopyIsForThatHoldsCasePersonAndWeeks(
            String person, String reference, String from, String to, LocalDate today, Refusal refusal) {
        Signed<Hold> hold = signed(hold(new About.Person(new UserName("a.smith"))));

        assertThat(HoldRules.copying(
                        grant(hold.digest(), person, reference, from, to), Optional.of(PlacedHold.of(hold)), today))
                .isEqualTo(refusal == null ? List.of() : List.of(refusal));
    }

    @Test
    void thereIsNoCopyForAHoldOfManyPeopleForAnotherOrALiftedOneNorUnderAnotherGrant() {
        Signed<Hold> person = signed(hold(new About.Person(new UserName("a.smith"))));
        Grant grant = grant(person.digest(), "a.smith", CASE, "2026-W08", "2026-W10");
        for (About many : List.of(new About.Everybody(), new About.Department("Registry"))) {
            Signed<Hold> hold = signed(hold(many));
            assertThat(HoldRules.copying(
                            grant(hold.digest(), "a.smith", CASE, "2026-W08", "2026-W10"),
                            Optional.of(PlacedHold.of(hold)),
                            TODAY))
                    .containsExactly(Refusal.HOLD_DIFFERS);
            assertThat(HoldRules.copying(grant, Optional.of(PlacedHold.of(hold)), TODAY))
                    .containsExactly(Refusal.HOLD_UNKNOWN);
        }
        assertThat(HoldRules.copying(grant, Optional.empty(), TODAY)).containsExactly(Refusal.HOLD_UNKNOWN);
        assertThat(HoldRules.copying(Cast.grant(), Optional.of(PlacedHold.of(person)), TODAY))
                .containsExactly(Refusal.HOLD_UNKNOWN);
        assertThat(HoldRules.copying(grant, Optional.of(new PlacedHold(person, Optional.of(TODAY), List.of())), TODAY))
                .containsExactly(Refusal.HOLD_OVER);
    }

    static Hold hold(About about) {
        return new Hold(
                Cast.CREATED,
                new CaseReference(CASE),
                Hold.Reason.LEGAL_CLAIM,
                about,
                IsoWeek.parse("2026-W08"),
                IsoWeek.parse("2026-W10"),
                LocalDate.parse("2026-06-01"),
                LocalDate.parse("2026-09-01"));
    }

    static Signed<Hold> signed(Hold hold) {
        return new Signed<>(hold, Digests.sha256(hold.body()));
    }

    static Lift lift(Signed<Hold> hold, String reference, Instant created) {
        return new Lift(created, new CaseReference(reference), hold.digest(), Lift.Reason.CASE_CLOSED);
    }

    private static Grant grant(String hold, String person, String reference, String from, String to) {
        return new Grant(
                UUID.fromString("7f3c1c52-5f0a-4f7e-9d5e-1f2a3b4c5d6e"),
                Cast.AUDIENCE,
                new Purpose.HoldCopy(Cast.subject(person, "Registry"), hold),
                new CaseReference(reference),
                "a".repeat(64),
                new UserName("m.jones"),
                new Weeks(IsoWeek.parse(from), IsoWeek.parse(to)),
                Sites.ALL,
                new Recipient(new UserName("q.reader"), Cast.AGE),
                Cast.CREATED,
                Cast.CREATED,
                Cast.CREATED.plus(Duration.ofDays(30)),
                1);
    }

    private static LoggedHold logged(Signed<Hold> hold, Optional<String> lift) {
        return new LoggedHold(
                hold.digest(), CASE, hold.document().expiry(), lift.map(digest -> new LoggedLift(digest, TODAY)));
    }

    private static Agreed<Hold> agreed(Hold hold, String... signers) {
        return Hold.agreed(envelope(PayloadType.HOLD, hold.body(), signers), Cast.here());
    }

    private static Agreed<Lift> agreed(Lift lift, String... signers) {
        return Lift.agreed(envelope(PayloadType.LIFT, lift.body(), signers), Cast.here());
    }

    private static byte[] envelope(PayloadType type, byte[] body, String... signers) {
        return Cast.signedAs(
                type, body, Arrays.stream(signers).map(Cast.KEYS::get).toList());
    }
}
