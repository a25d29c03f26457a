package org.modicum.policy.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.modicum.policy.grant.PayloadType;

/** A digest is one of what goes, file by file, and of nothing that was asked for. */
class PlanTest {
    private static final LocalDate DAY = LocalDate.parse("2026-04-07");
    private static final KeptBack KEPT =
            new KeptBack(DataKind.ACTIVITY, "2026-03-03", "a".repeat(64), "LEG-2026-0007", DAY);

    @Test
    void theSameRequestOverOtherContentIsAnotherPlan() {
        Set<String> digests = new TreeSet<>();
        digests.add(plan(item("/a", 10, 5, "7")).digest());
        digests.add(plan(item("/b", 10, 5, "7")).digest());
        digests.add(plan(item("/a", 11, 5, "7")).digest());
        digests.add(plan(item("/a", 10, 6, "7")).digest());
        digests.add(plan(item("/a", 10, 5, "8")).digest());
        digests.add(plan(item("/a", 10, 5, "7"), item("/c", 10, 5, "7")).digest());
        digests.add(plan().digest());
        digests.add(new Plan("other", List.of(item("/a", 10, 5, "7")), List.of(), List.of()).digest());
        digests.add(new Plan("rules", List.of(item("/a", 10, 5, "7")), List.of(KEPT), List.of()).digest());
        digests.add(new Plan("rules", List.of(item("/a", 10, 5, "7")), List.of(), List.of("b".repeat(64))).digest());

        assertThat(digests).hasSize(10);
    }

    @Property
    void theOrderInWhichFilesWereFoundIsNoPartOfIt(@ForAll long seed, @ForAll @IntRange(max = 30) int number) {
        List<PlanItem> items = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            items.add(item("/file-" + i, i, i, "7"));
        }
        List<PlanItem> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(new Plan("rules", shuffled, List.of(), List.of()).bytes())
                .isEqualTo(new Plan("rules", items, List.of(), List.of()).bytes());
    }

    @Test
    void namesThatRunIntoEachOtherAreNotTheSame() {
        assertThat(plan(item("/a\",\n\"bytes\": 1", 1, 1, "7")).digest())
                .isNotEqualTo(plan(item("/a", 1, 1, "7")).digest());
    }

    @Test
    void aFileGoesOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan(item("/a", 1, 1, "7"), item("/a", 2, 2, "7")));
    }

    @Test
    void aCertificateThatSaysTooMuchCannotBeMade() {
        Check green = new Check("gone", "looked", 0);
        Check red = new Check("gone", "looked", 1);

        assertThatIllegalArgumentException().isThrownBy(() -> outcome());
        assertThat(outcome(green, green).type()).isEqualTo(PayloadType.CERTIFICATE);
        assertThat(outcome(green, red).type()).isEqualTo(PayloadType.INCOMPLETE);
        assertThat(new String(outcome(green, red).body(), UTF_8))
                .contains("INCOMPLETE")
                .doesNotContain("verified");
    }

    @Test
    void aCertificateHasCountsWhatWasKeptAndItsLimitsAndNoPath() {
        String body = new String(outcome(new Check("gone", "looked", 0)).body(), UTF_8);

        assertThat(body)
                .contains("\"files\": 2", "\"bytes\": 30", "\"records\": 12", "LEG-2026-0007")
                .contains("It does not cover backups", "It does not cover what a disk keeps")
                .doesNotContain("/secret");
    }

    private static Outcome outcome(Check... checks) {
        Plan plan = new Plan(
                "rules",
                List.of(item("/secret/a", 10, 5, "7"), item("/secret/b", 20, 7, "7")),
                List.of(KEPT),
                List.of());
        Instant now = Instant.parse("2026-04-07T10:00:00Z");
        return new Outcome(
                "run", Order.OF_A_PERSON, plan, now, now, List.of("2026-W10"), List.of(checks), "1", List.of());
    }

    private static Plan plan(PlanItem... items) {
        return new Plan("rules", List.of(items), List.of(), List.of());
    }

    private static PlanItem item(String path, long bytes, long records, String snapshot) {
        return new PlanItem(
                DataKind.ACTIVITY, "2026-03-02", path, bytes, records, Optional.of(snapshot), Optional.of(DAY));
    }
}
