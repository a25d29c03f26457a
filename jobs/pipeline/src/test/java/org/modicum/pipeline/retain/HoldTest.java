package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.nightly.TestSite;

/** What two people want kept stays; what one person wants, or nobody can read, stops everything. */
class HoldTest {
    private static final Instant DUE = PastSite.FIRST_WEEK_DUE;
    private static final Instant EARLIER = Instant.parse("2026-03-20T09:00:00Z");

    @TempDir
    static Path folder;

    private static PastSite past;
    private TestSite site;
    private SignedHolds holds;

    @BeforeAll
    static void twoReleasedWeeks() throws IOException {
        past = PastSite.in(folder);
    }

    @BeforeEach
    void anew() throws IOException {
        site = past.anew();
        holds = SignedHolds.at(site);
    }

    @Test
    void aHoldKeepsItsWeekWithItsKeyAndThePlanSaysWhich() {
        holds.place("2026-W10", EARLIER, 60);

        TestSite.Outcome plan = PastSite.plan(site, DUE);

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out())
                .contains("Kept back: activity of 2026-03-02, by the hold LEG-2026-0007 until 2026-05-19")
                .contains("Kept back: pseudonym_key of 2026-W10")
                .contains("should have been reviewed on 2026-03-20")
                .doesNotContain("had to go on 2026-04-07");
        assertThat(PastSite.execute(site, DUE).code()).isZero();
        assertThat(site.home().resolve("keys/2026-W10.key")).exists();
    }

    @Test
    void aHoldThatIsPlacedBetweenPlanAndExecutionStopsTheExecution() {
        String digest = PastSite.digest(site, DUE);
        holds.place("2026-W10", EARLIER, 60);

        TestSite.Outcome refused = PastSite.execute(site, DUE, digest);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("Something has changed");
        assertThat(site.home().resolve("keys/2026-W10.key")).exists();
    }

    @Test
    void aHoldOfAnotherWeekThatKeepsNothingBackStopsItAsWell() {
        String digest = PastSite.digest(site, DUE);
        holds.place("2026-W30", EARLIER, 60);

        assertThat(PastSite.execute(site, DUE, digest).code()).isEqualTo(1);
    }

    @Test
    void onceItHasExpiredItsWeekGoesAndNobodyIsToldThatRunsWereMissed() {
        holds.place("2026-W10", EARLIER, 60);
        Instant after = Instant.parse("2026-05-20T10:00:00Z");

        TestSite.Outcome plan = PastSite.plan(site, after);

        assertThat(plan.err()).doesNotContain("activity of 2026-03-02");
        assertThat(plan.out()).contains("2026-03-02").doesNotContain("Kept back");
    }

    @Test
    void aHoldOfOnePersonAloneStopsEverything() {
        holds.placeAlone("2026-W10", EARLIER, 60);

        TestSite.Outcome refused = PastSite.plan(site, DUE);

        assertThat(refused.code()).isEqualTo(77);
        assertThat(refused.err()).contains("LEG-2026-0007.json", "Too few different people signed");
    }

    @Test
    void aFileThatIsNoHoldStopsEverything() throws IOException {
        Files.createDirectories(site.home().resolve("holds"));
        Files.writeString(site.home().resolve("holds/keep-it.json"), "{}");

        assertThat(PastSite.plan(site, DUE).code()).isEqualTo(77);
    }
}
