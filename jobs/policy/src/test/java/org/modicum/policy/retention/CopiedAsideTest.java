package org.modicum.policy.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.protocol.IsoWeek;

/** A copy stands in for exactly what is in it: those weeks, as they were when the table was read. */
class CopiedAsideTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-08-01");
    private static final LocalDate MADE = LocalDate.parse("2026-07-20");
    private static final long READ = 7;

    /** The hold is about W10 to W12; the day is of the weeks that are given, and was written in that state. */
    @ParameterizedTest
    @CsvSource({
        "2026-W10, 7, 2026-W10, copied",
        "2026-W10, 1, 2026-W10 2026-W11, copied",
        "2026-W10, 8, 2026-W10, kept",
        "2026-W10, 7, 2026-W11, kept",
        "2026-W10 2026-W11, 7, 2026-W10, kept",
        "2026-W10 2026-W11, 7, 2026-W10 2026-W11, copied",
        "2026-W09 2026-W10, 7, 2026-W10, copied",
        "2026-W12 2026-W13, 7, 2026-W12, copied",
        "2026-W13, 7, 2026-W12, free",
        "2026-W10, 7, '', kept"
    })
    void whatIsInTheCopyGoesAndWhatIsNotIsKept(String weeks, long written, String copied, String fate) {
        Held day = activity(weeks(weeks), written);
        Decision decision = decide(List.of(day), copies(copied));

        assertThat(decision.plan().items().isEmpty()).isEqualTo(fate.equals("kept"));
        assertThat(decision.plan().keptBack().isEmpty()).isEqualTo(!fate.equals("kept"));
        assertThat(decision.copied().isEmpty()).isEqualTo(!fate.equals("copied"));
    }

    @Test
    void theWeeksKeyGoesWithItsRowsButNotWhileLateRowsAreThere() {
        Held key = Held.file(
                DataKind.PSEUDONYM_KEY,
                "2026-W10",
                "/key",
                64,
                LocalDate.parse("2026-03-08"),
                Set.of(IsoWeek.parse("2026-W10")));
        Held copied = activity(weeks("2026-W10"), READ);
        Held late = new Held(
                DataKind.ACTIVITY,
                "2026-03-05",
                "/late",
                1,
                1,
                Optional.of("9"),
                READ + 1,
                Optional.of(LocalDate.parse("2026-03-05")),
                Set.of(IsoWeek.parse("2026-W10")));

        assertThat(decide(List.of(key, copied), copies("2026-W10")).plan().items())
                .extracting(PlanItem::kind)
                .containsExactly(DataKind.ACTIVITY, DataKind.PSEUDONYM_KEY);
        assertThat(decide(List.of(key, copied, late), copies("2026-W10")).plan().items())
                .extracting(PlanItem::path)
                .containsExactly("/day");
    }

    @Test
    void publishedFiguresOfTheWeekStayHeld() {
        for (DataKind kind : List.of(DataKind.RELEASE, DataKind.THRESHOLD, DataKind.REPORT)) {
            Held figures = Held.file(
                    kind, "2026-W10", "/figures", 1, LocalDate.parse("2020-01-01"), Set.of(IsoWeek.parse("2026-W10")));
            assertThat(decide(List.of(figures), copies("2026-W10")).plan().items())
                    .isEmpty();
        }
    }

    @Test
    void anotherHoldOfTheSameWeekKeepsItAllTheSame() {
        Decision decision = Decision.of(
                House.rules(),
                List.of(placed("a.smith", copies("2026-W10")), placed("b.reed", List.of())),
                List.of(activity(weeks("2026-W10"), 1)),
                TODAY);

        assertThat(decision.plan().items()).isEmpty();
        assertThat(decision.plan().keptBack()).hasSize(1);
    }

    @Test
    void whatAHoldKeptUntilItsCopyWasMadeWasNotMissed() {
        assertThat(decide(List.of(activity(weeks("2026-W10"), 1)), copies("2026-W10"))
                        .due())
                .extracting(DueItem::due)
                .containsExactly(MADE.plusDays(1));
    }

    private static Decision decide(List<Held> held, List<CopiedAside> copies) {
        return Decision.of(House.rules(), List.of(placed("a.smith", copies)), held, TODAY);
    }

    private static PlacedHold placed(String person, List<CopiedAside> copies) {
        Hold hold = new Hold(
                Instant.parse("2026-03-02T09:00:00Z"),
                new CaseReference("LEG-2026-0007"),
                Hold.Reason.LEGAL_CLAIM,
                new About.Person(new UserName(person)),
                IsoWeek.parse("2026-W10"),
                IsoWeek.parse("2026-W12"),
                LocalDate.parse("2026-04-01"),
                LocalDate.parse("2026-12-01"));
        Signed<Hold> signed = new Signed<>(hold, Digests.sha256(hold.body()));
        return HoldBook.of(List.of(signed), List.of(), Map.of(), Map.of(signed.digest(), copies), TODAY)
                .holds()
                .get(0);
    }

    private static List<CopiedAside> copies(String weeks) {
        return weeks.isEmpty() ? List.of() : List.of(new CopiedAside(weeks(weeks), READ, MADE));
    }

    private static Set<IsoWeek> weeks(String weeks) {
        return Arrays.stream(weeks.split(" ")).map(IsoWeek::parse).collect(Collectors.toSet());
    }

    private static Held activity(Set<IsoWeek> weeks, long written) {
        return new Held(
                DataKind.ACTIVITY,
                "2026-03-04",
                "/day",
                1,
                1,
                Optional.of("9"),
                written,
                Optional.of(LocalDate.parse("2026-03-04")),
                weeks);
    }
}
