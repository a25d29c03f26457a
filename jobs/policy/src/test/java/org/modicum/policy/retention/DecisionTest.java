package org.modicum.policy.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.protocol.IsoWeek;

/** What is due goes, what is held stays, and a key outlives the last day that needs it. */
class DecisionTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final IsoWeek FIRST = IsoWeek.parse("2026-W10");

    @ParameterizedTest
    @CsvSource({"2026-04-06, 0", "2026-04-07, 1", "2026-04-08, 2", "2026-04-12, 6", "2026-04-13, 8", "2026-06-01, 16"})
    void onEachDayOneMoreAndTheKeyWithTheLast(LocalDate today, int going) {
        assertThat(decide(List.of(), today).plan().items()).hasSize(going);
    }

    @Test
    void whatNoTableNamesGoesAtOnceWhateverIsHeld() {
        Held left = Held.unreferenced(DataKind.ACTIVITY, "/left", 1);
        Decision decision =
                Decision.of(House.rules(), List.of(hold("2026-W01", "2026-W53", "2026-12-01")), List.of(left), MONDAY);

        assertThat(decision.plan().items()).extracting(PlanItem::path).containsExactly("/left");
        assertThat(decision.due()).isEmpty();
    }

    @Test
    void aHoldKeepsItsWeekAndOfADayOfTwoWeeksBothKeys() {
        Held sunday = new Held(
                DataKind.ACTIVITY,
                "2026-03-29",
                "/sunday",
                1,
                1,
                Optional.of("7"),
                3,
                Optional.of(LocalDate.parse("2026-03-29")),
                Set.of(IsoWeek.parse("2026-W13"), IsoWeek.parse("2026-W14")));
        List<Held> held = List.of(sunday, key(IsoWeek.parse("2026-W13")), key(IsoWeek.parse("2026-W14")));

        Decision decision = Decision.of(
                House.rules(),
                List.of(hold("2026-W14", "2026-W14", "2026-12-01")),
                held,
                LocalDate.parse("2026-08-01"));

        assertThat(decision.plan().items())
                .as("the key of week 13 is needed for Sunday")
                .isEmpty();
        assertThat(decision.plan().keptBack()).extracting(KeptBack::part).containsExactly("2026-03-29", "2026-W14");
    }

    @Test
    void whatAHoldKeptWasNotMissedUntilItExpired() {
        LocalDate today = LocalDate.parse("2026-06-02");
        Decision decision = decide(List.of(hold("2026-W10", "2026-W10", "2026-06-01")), today);

        assertThat(decision.due())
                .filteredOn(
                        due -> due.part().startsWith("2026-03-0") && due.last().isBefore(MONDAY.plusDays(7)))
                .isNotEmpty()
                .allMatch(due -> due.due().equals(today));
    }

    @Test
    void aHoldInForceIsInThePlansDigestThoughItKeepsNothingBack() {
        LocalDate today = LocalDate.parse("2026-04-07");

        assertThat(decide(List.of(hold("2026-W40", "2026-W40", "2026-12-01")), today)
                        .plan()
                        .digest())
                .isNotEqualTo(decide(List.of(), today).plan().digest());
    }

    @Property
    void nothingGoesThatIsYoungOrHeldAndNoKeyBeforeItsDays(
            @ForAll @IntRange(max = 120) int later,
            @ForAll @IntRange(min = 9, max = 12) int first,
            @ForAll @IntRange(max = 2) int more,
            @ForAll @IntRange(max = 120) int expiry,
            @ForAll long seed) {
        LocalDate today = MONDAY.plusDays(later);
        PlacedHold hold =
                hold(week(first), week(first + more), MONDAY.plusDays(expiry).toString());
        List<Held> held = held();
        Collections.shuffle(held, new Random(seed));

        Plan plan = Decision.of(House.rules(), List.of(hold), held, today).plan();

        Set<String> going = plan.items().stream().map(PlanItem::path).collect(Collectors.toSet());
        for (Held file : held) {
            boolean goes = going.contains(file.path());
            LocalDate due =
                    House.rules().due(file.kind(), file.last().orElseThrow()).orElseThrow();
            boolean kept = hold.isInForce(today) && hold.hold().covers(file.weeks());
            assertThat(goes).as(file.path()).isEqualTo(!due.isAfter(today) && !kept);
        }
        assertThat(plan)
                .isEqualTo(
                        Decision.of(House.rules(), List.of(hold), held(), today).plan());
    }

    private static Decision decide(List<PlacedHold> holds, LocalDate today) {
        return Decision.of(House.rules(), holds, held(), today);
    }

    /** Two weeks of days, in a zone in which none is of two weeks, and their keys. */
    private static List<Held> held() {
        List<Held> held = new ArrayList<>(List.of(key(FIRST), key(FIRST.plusWeeks(1))));
        for (int i = 0; i < 14; i++) {
            LocalDate day = MONDAY.plusDays(i);
            held.add(new Held(
                    DataKind.ACTIVITY,
                    day.toString(),
                    "/activity/" + day,
                    10,
                    5,
                    Optional.of("7"),
                    3,
                    Optional.of(day),
                    Set.of(IsoWeek.of(day))));
        }
        return held;
    }

    private static Held key(IsoWeek week) {
        return Held.file(DataKind.PSEUDONYM_KEY, week.toString(), "/keys/" + week, 64, week.sunday(), Set.of(week));
    }

    private static PlacedHold hold(String first, String last, String expiry) {
        Hold hold = new Hold(
                Instant.parse("2026-03-02T09:00:00Z"),
                new CaseReference("LEG-2026-0007"),
                Hold.Reason.LEGAL_CLAIM,
                new About.Everybody(),
                IsoWeek.parse(first),
                IsoWeek.parse(last),
                MONDAY,
                LocalDate.parse(expiry));
        return PlacedHold.of(new Signed<>(hold, "d".repeat(64)));
    }

    private static String week(int number) {
        return "2026-W" + (number < 10 ? "0" : "") + number;
    }
}
