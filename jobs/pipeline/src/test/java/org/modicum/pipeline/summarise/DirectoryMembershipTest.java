package org.modicum.pipeline.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.modicum.policy.protocol.IsoWeek;

class DirectoryMembershipTest {
    private static final IsoWeek BEFORE = IsoWeek.parse("2026-W02");
    private static final IsoWeek AFTER = IsoWeek.parse("2026-W03");

    @Test
    void whoeverJoinedOrLeftIsCounted() {
        assertThat(membership("A:ann A:ben A:cat", "A:ann A:dan").changed(Set.of("A"), BEFORE, AFTER))
                .isEqualTo(3);
    }

    @Test
    void whoeverIsThereInBothWeeksIsNotHoweverManyDays() {
        assertThat(membership("A:ann A:ann A:ann", "A:ann").changed(Set.of("A"), BEFORE, AFTER))
                .isZero();
    }

    @Test
    void aMoveBetweenTwoDepartmentsOfAGroupIsNoChangeOfTheGroup() {
        DirectoryMembership membership = membership("A:ann B:ben", "B:ann B:ben");
        assertThat(membership.changed(Set.of("A", "B"), BEFORE, AFTER)).isZero();
        assertThat(membership.changed(Set.of("A"), BEFORE, AFTER)).isEqualTo(1);
        assertThat(membership.changed(Set.of("B"), BEFORE, AFTER)).isEqualTo(1);
    }

    private static DirectoryMembership membership(String before, String after) {
        return new DirectoryMembership(Map.of(BEFORE, scope(before), AFTER, scope(after))::get);
    }

    private static Scope scope(String days) {
        List<Scope.PersonDay> all = Arrays.stream(days.split(" "))
                .map(day -> day.split(":"))
                .map(day -> new Scope.PersonDay(day[1], day[0], BEFORE.monday(), 0, 1, Set.of()))
                .toList();
        return new Scope(all);
    }
}
