package org.modicum.policy.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.protocol.IsoWeek;

/** What lies in the folder of holds, held against the log: nothing can be taken away, and no lift slipped in. */
class HoldBookTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-05-01");
    private static final LocalDate LIFTED = LocalDate.parse("2026-04-20");

    /** Every combination of two files that are there or not, two entries that are there or not, and the expiry. */
    @ParameterizedTest
    @CsvFileSource(resources = "/holds-in-folder-and-log.csv", useHeadersInDisplayName = true)
    void whatHoldsAndWhatIsWrong(
            boolean holdThere,
            boolean liftThere,
            boolean holdLogged,
            boolean liftLogged,
            boolean expired,
            String inForce,
            boolean problem) {
        Signed<Hold> hold = hold(expired ? "2026-04-30" : "2026-05-01");
        Signed<Lift> lift = lift(hold, Lift.Reason.CASE_CLOSED);

        HoldBook book = HoldBook.of(
                holdThere ? List.of(hold) : List.of(),
                liftThere ? List.of(lift) : List.of(),
                holdLogged
                        ? Map.of(hold.digest(), logged(hold, liftLogged ? Optional.of(lift) : Optional.empty()))
                        : Map.of(),
                Map.of(),
                TODAY);

        assertThat(book.problems().isEmpty()).isEqualTo(!problem);
        assertThat(book.holds().stream().map(one -> one.isInForce(TODAY)).map(Object::toString))
                .isEqualTo(inForce.equals("none") ? List.of() : List.of(inForce));
    }

    @Test
    void theLogOfALiftDoesNotMakeAnotherLiftCount() {
        Signed<Hold> hold = hold("2026-09-01");
        Signed<Lift> logged = lift(hold, Lift.Reason.CASE_CLOSED);
        Signed<Lift> other = lift(hold, Lift.Reason.PLACED_IN_ERROR);

        HoldBook book = HoldBook.of(
                List.of(hold),
                List.of(other),
                Map.of(hold.digest(), logged(hold, Optional.of(logged))),
                Map.of(),
                TODAY);

        assertThat(book.holds().get(0).isInForce(TODAY)).isTrue();
        assertThat(book.problems()).hasSize(2);
    }

    @Test
    void aLiftOfOneHoldLeavesAnotherOfTheSameCaseInForce() {
        Signed<Hold> one = hold("2026-09-01");
        Signed<Hold> other = hold("2026-09-02");
        Signed<Lift> lift = lift(one, Lift.Reason.CASE_CLOSED);

        HoldBook book = HoldBook.of(
                List.of(one, other),
                List.of(lift),
                Map.of(one.digest(), logged(one, Optional.of(lift)), other.digest(), logged(other, Optional.empty())),
                Map.of(),
                TODAY);

        assertThat(book.problems()).isEmpty();
        assertThat(book.holds().stream().filter(hold -> hold.isInForce(TODAY)).map(PlacedHold::signed))
                .containsExactly(other);
        assertThat(book.holds().get(0).end()).isEqualTo(LIFTED);
    }

    @Test
    void copiesComeToTheHoldTheyWereMadeForAndToNoOther() {
        Signed<Hold> one = hold("2026-09-01");
        Signed<Hold> other = hold("2026-09-02");
        CopiedAside copy = new CopiedAside(Set.of(IsoWeek.parse("2026-W10")), 3, TODAY);

        HoldBook book =
                HoldBook.of(List.of(one, other), List.of(), Map.of(), Map.of(one.digest(), List.of(copy)), TODAY);

        assertThat(book.holds()).extracting(PlacedHold::copies).containsExactly(List.of(copy), List.of());
    }

    private static Signed<Hold> hold(String expiry) {
        Hold hold = new Hold(
                Instant.parse("2026-03-02T09:00:00Z"),
                new CaseReference("LEG-2026-0007"),
                Hold.Reason.LEGAL_CLAIM,
                new About.Everybody(),
                IsoWeek.parse("2026-W10"),
                IsoWeek.parse("2026-W10"),
                LocalDate.parse("2026-04-01"),
                LocalDate.parse(expiry));
        return new Signed<>(hold, Digests.sha256(hold.body()));
    }

    private static Signed<Lift> lift(Signed<Hold> hold, Lift.Reason reason) {
        Lift lift =
                new Lift(Instant.parse("2026-04-20T09:00:00Z"), hold.document().caseReference(), hold.digest(), reason);
        return new Signed<>(lift, Digests.sha256(lift.body()));
    }

    private static LoggedHold logged(Signed<Hold> hold, Optional<Signed<Lift>> lift) {
        return new LoggedHold(
                hold.digest(),
                "LEG-2026-0007",
                hold.document().expiry(),
                lift.map(one -> new LoggedHold.LoggedLift(one.digest(), LIFTED)));
    }
}
