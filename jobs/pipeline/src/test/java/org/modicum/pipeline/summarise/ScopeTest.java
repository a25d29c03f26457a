package org.modicum.pipeline.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.modicum.pipeline.directory.Absence;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.Staff;
import org.modicum.policy.protocol.Holidays;
import org.modicum.policy.protocol.InForce;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Protocol;
import org.modicum.policy.protocol.TimeRange;
import org.modicum.policy.protocol.WorkRelated;
import org.modicum.policy.protocol.WorkingTime;

class ScopeTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W10");
    private static final WorkingTime USUAL = new WorkingTime(
            ZoneId.of("Europe/London"),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(TimeRange.parse("09:00-17:00")),
            Holidays.of("gb-eng"));

    @Test
    void whoChangesDepartmentOnWednesdayCountsInEachForTheirDays() {
        Scope scope =
                scope(WEEK, member("a", "Registry", LocalDate.MIN, "2026-03-03"), member("a", "Library", "2026-03-04"));

        assertThat(scope.personDays(Set.of("Registry"))).isEqualTo(2);
        assertThat(scope.personDays(Set.of("Library"))).isEqualTo(3);
        assertThat(scope.headcount(Set.of("Registry", "Library"))).isEqualTo(1);
        assertThat(scope.mostDays(Set.of("Registry"))).isEqualTo(2);
        assertThat(scope.mostDays(Set.of("Registry", "Library"))).isEqualTo(5);
        assertThat(scope.mostDays(Set.of("Chapel"))).isZero();
    }

    @Test
    void leaveAndBankHolidaysAreNoWorkingDays() {
        IsoWeek easter = IsoWeek.of(LocalDate.parse("2026-04-06"));
        Staff staff = new Staff(
                List.of(member("a", "Registry", LocalDate.MIN, null), member("b", "Registry", LocalDate.MIN, null)),
                List.of(new Absence("b", easter.monday(), easter.sunday())));

        Scope scope = Scope.of(staff, easter, inForce(USUAL));

        assertThat(scope.personDays(Set.of("Registry"))).isEqualTo(4);
        assertThat(scope.headcount(Set.of("Registry"))).isEqualTo(1);
    }

    @Test
    void aDayHasTwentyThreeHoursWhenTheClocksGoForward() {
        WorkingTime sundays = new WorkingTime(
                USUAL.zone(), EnumSet.of(DayOfWeek.SUNDAY), List.of(TimeRange.parse("09:00-17:00")), Holidays.none());
        Staff staff = new Staff(List.of(member("a", "Chapel", LocalDate.MIN, null)), List.of());

        Scope scope = Scope.of(staff, IsoWeek.of(LocalDate.parse("2026-03-29")), inForce(sundays));

        assertThat(scope.days())
                .singleElement()
                .satisfies(day -> assertThat(day.to() - day.from()).isEqualTo(23 * 3600));
    }

    @Test
    void workRelatedSitesComeFromTheProtocolAndTheRole() {
        Protocol protocol = new Protocol(
                "Registry",
                "m.jones",
                USUAL,
                List.of(),
                List.of(new WorkRelated(Set.of("communications"), Set.of("facebook"))));
        Member writer = new Member(
                "a", "Registry", "Services", "m.jones", Set.of("communications"), LocalDate.MIN, LocalDate.MAX);
        Staff staff = new Staff(List.of(writer, member("b", "Registry", LocalDate.MIN, null)), List.of());

        Scope scope = Scope.of(staff, WEEK, Map.of("Registry", InForce.of(Optional.of(protocol), USUAL, WEEK)));

        assertThat(scope.days())
                .allSatisfy(day -> assertThat(day.workRelatedSites())
                        .isEqualTo(day.username().equals("a") ? Set.of("facebook") : Set.of()));
    }

    private static Map<String, InForce> inForce(WorkingTime time) {
        InForce everywhere = InForce.of(Optional.empty(), time, WEEK);
        return Map.of("Registry", everywhere, "Library", everywhere, "Chapel", everywhere);
    }

    private static Scope scope(IsoWeek week, Member... members) {
        return Scope.of(new Staff(List.of(members), List.of()), week, inForce(USUAL));
    }

    private static Member member(String name, String department, String from) {
        return member(name, department, LocalDate.parse(from), null);
    }

    private static Member member(String name, String department, LocalDate from, String to) {
        return new Member(
                name, department, "Services", "", Set.of(), from, to == null ? LocalDate.MAX : LocalDate.parse(to));
    }
}
