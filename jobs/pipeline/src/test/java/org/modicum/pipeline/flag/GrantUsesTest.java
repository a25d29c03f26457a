package org.modicum.pipeline.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Reason;
import org.modicum.policy.grant.Recipient;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.grant.Weeks;
import org.modicum.policy.protocol.IsoWeek;

class GrantUsesTest {
    private static final String ONE = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);

    @ParameterizedTest
    @CsvFileSource(resources = "timely.csv", useHeadersInDisplayName = true)
    void aTimerUsesAGrantForWeeksThatNoUseHasCovered(
            String name,
            int begun,
            int ended,
            int most,
            String covered,
            String released,
            Instant now,
            Instant ends,
            boolean timely) {
        GrantUses uses = new GrantUses(begun, begun > ended, weeks(covered));

        assertThat(uses.isTimely(grant(most, ends), weeks(released), GrantUsesTest::releasedAt, now))
                .isEqualTo(timely);
    }

    @Test
    void usesAreThoseOfTheGrantAlone() {
        List<Entry> entries = List.of(
                intent(ONE), flag(ONE, "2026-W10"), complete(ONE), intent(OTHER), flag(OTHER, "2026-W11"), intent(ONE));

        GrantUses one = GrantUses.of(ONE, entries);

        assertThat(one).isEqualTo(new GrantUses(2, true, Set.of(IsoWeek.parse("2026-W10"))));
        assertThat(one.hasFailed()).isTrue();
        assertThat(GrantUses.of("c".repeat(64), entries).hasFailed()).isFalse();
    }

    @Test
    void aPersonWhoUsesAGrantAgainAfterAFailureMendsIt() {
        List<Entry> entries = List.of(intent(ONE), intent(ONE), flag(ONE, "2026-W10"), complete(ONE));

        assertThat(GrantUses.of(ONE, entries).hasFailed()).isFalse();
    }

    @Test
    void endingIsNoRefusalButDoubtIs() {
        assertThat(isOver(Refusal.EXPIRED)).isTrue();
        assertThat(isOver(Refusal.EXPIRED, Refusal.USED_UP)).isTrue();
        assertThat(isOver(Refusal.REVOCATIONS_STALE)).isFalse();
        assertThat(isOver(Refusal.CLOCK_SET_BACK, Refusal.TOO_FEW_PEOPLE)).isFalse();
    }

    @Test
    void whatHasEndedAndIsWrongBesidesIsLoggedOnce() {
        List<Refusal> reasons = List.of(Refusal.USED_UP, Refusal.KEY_REVOKED);

        assertThat(GrantUses.isOver(ONE, reasons, List.of())).isFalse();
        assertThat(GrantUses.isOver(ONE, reasons, List.of(refused(ONE, "USED_UP", "KEY_REVOKED"))))
                .isTrue();
        assertThat(GrantUses.isOver(
                        ONE, reasons, List.of(refused(OTHER, "USED_UP", "KEY_REVOKED"), refused(ONE, "USED_UP"))))
                .isFalse();
    }

    @Test
    void doubtThatWasLoggedStaysDoubt() {
        assertThat(GrantUses.isOver(
                        ONE, List.of(Refusal.REVOCATIONS_STALE), List.of(refused(ONE, "REVOCATIONS_STALE"))))
                .isFalse();
    }

    private static boolean isOver(Refusal... reasons) {
        return GrantUses.isOver(ONE, List.of(reasons), List.of());
    }

    private static Entry refused(String envelope, String... reasons) {
        return new Entry(
                Instant.EPOCH,
                Kind.GRANT_REFUSED,
                Map.of(
                        "run", Value.of("r"),
                        "envelope", Value.of(envelope),
                        "reasons", Value.of(List.of(reasons))));
    }

    private static Instant releasedAt(IsoWeek week) {
        return week.sunday().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Set<IsoWeek> weeks(String text) {
        Set<IsoWeek> weeks = new TreeSet<>();
        if (text != null) {
            for (String week : text.split(" ")) {
                weeks.add(IsoWeek.parse("2026-" + week));
            }
        }
        return weeks;
    }

    private static Grant grant(int most, Instant ends) {
        return new Grant(
                new UUID(1, 2),
                FlagSite.ORIGIN,
                new Purpose.WholeDepartment(Reason.EXCESSIVE_USE, "Registry"),
                new CaseReference("HR-2026-1"),
                ONE,
                new UserName("m.jones"),
                new Weeks(IsoWeek.parse("2026-W10"), IsoWeek.parse("2026-W12")),
                Sites.ALL,
                new Recipient(new UserName("q.reader"), FlagSite.RECIPIENT.recipient()),
                ends.minus(Duration.ofDays(20)),
                ends.minus(Duration.ofDays(20)),
                ends,
                most);
    }

    private static Entry intent(String grant) {
        return new Entry(
                Instant.EPOCH.plusSeconds(1),
                Kind.GRANT_INTENT,
                Map.of(
                        "run", Value.of("r"),
                        "grant", Value.of(grant),
                        "case_ref", Value.of("HR-2026-1"),
                        "use", Value.of(1),
                        "max_uses", Value.of(2)));
    }

    private static Entry flag(String grant, String week) {
        return new Entry(
                Instant.EPOCH.plusSeconds(2),
                Kind.FLAG,
                Map.of(
                        "run", Value.of("r"),
                        "grant", Value.of(grant),
                        "case_ref", Value.of("HR-2026-1"),
                        "weeks", Value.of(List.of(week)),
                        "method", Value.of("slots-2"),
                        "snapshot", Value.of("1"),
                        "file", Value.of("d".repeat(64))));
    }

    private static Entry complete(String grant) {
        return new Entry(
                Instant.EPOCH.plusSeconds(3),
                Kind.GRANT_COMPLETE,
                Map.of(
                        "run", Value.of("r"),
                        "grant", Value.of(grant),
                        "case_ref", Value.of("HR-2026-1"),
                        "files", Value.of(List.of("d".repeat(64)))));
    }
}
